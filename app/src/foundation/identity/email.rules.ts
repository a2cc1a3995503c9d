import { z } from 'zod';

const email = z.email().max(320);

/** Addresses are compared without regard to case, as every mail server in practice does. */
export function normaliseEmail(text: string): string {
  return text.trim().toLowerCase();
}

export function isEmail(text: string): boolean {
  return email.safeParse(text).success;
}
