import { importsPath } from './import.rules.ts';

export function pasteHref(register?: string): string {
  const path = `${importsPath}/klistra`;
  return register === undefined ? path : `${path}?till=${encodeURIComponent(register)}`;
}

export function draftHref(id: string, rest = ''): string {
  return `${importsPath}/utkast/${id}${rest}`;
}

export function tableHref(id: string, number: number, rest = ''): string {
  return draftHref(id, `/tabell/${number}${rest}`);
}

/** What goes on with a draft or an import beside the page. */
export function runHref(id: string): string {
  return `${importsPath}/${id}/forlopp`;
}

/** A part of the address that says which table it is about; undefined when it says nothing of the kind. */
export function tableNumber(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= 1_000_000 ? number : undefined;
}
