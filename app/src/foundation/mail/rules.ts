/** Seconds to wait after the n:th failure in a row: 30 s, 1 min, 2 min … and at most 6 hours. */
export function secondsUntilNextAttempt(attempts: number): number {
  return Math.min(30 * 2 ** (attempts - 1), 6 * 60 * 60);
}

/** Five days: RFC 5321 4.5.4.1 asks for at least four to five before giving up. */
const giveUpAfterHours = 5 * 24;

export function givesUp(createdAt: Date, now: Date): boolean {
  return now.getTime() - createdAt.getTime() > giveUpAfterHours * 60 * 60 * 1000;
}

export interface DeliveryFault {
  readonly code: string | undefined;
  readonly responseCode: number | undefined;
}

/**
 * Will the server say the same tomorrow? A 5xx about the recipient or the message will; a refused sign-in or a lost connection is about
 * our settings or the network, and somebody is likely to mend them.
 */
export function isPermanent({ code, responseCode }: DeliveryFault): boolean {
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500;
}
