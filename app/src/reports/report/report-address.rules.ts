/** Where the page of a report stands. */
export function reportHref(id: string): string {
  return `/rapporter/${id}`;
}

export const adoptedPath = '/rapporter/faststallda';
export const templatePath = '/rapporter/mall';
