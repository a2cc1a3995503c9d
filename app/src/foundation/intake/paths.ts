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
