import { pino } from 'pino';
import type { Config } from '../config/index.ts';

/** Structured lines without personal data: ids of tenant and request, route patterns rather than addresses, no names, no form content. */
export type Log = Pick<ReturnType<typeof pino>, 'debug' | 'info' | 'warn' | 'error'>;

export function createLog(level: Config['logLevel']): Log {
  return pino({
    level,
    base: { app: 'samband' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    // A field with one of these names is a mistake somewhere; it still must not reach a log.
    redact: [
      '*.password',
      '*.token',
      '*.secret',
      '*.email',
      '*.cookie',
      'password',
      'token',
      'secret',
      'email',
      'cookie',
    ],
  });
}
