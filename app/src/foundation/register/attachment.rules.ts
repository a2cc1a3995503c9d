/** In one form. */
export const mostFiles = 20;

/** Where one fetches it; the same address with `?visa` shows what a browser shows by itself. */
export function attachmentHref(id: string): string {
  return `/bilagor/${id}`;
}
