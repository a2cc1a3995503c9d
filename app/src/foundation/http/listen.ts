import { createServer as createHttpServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createNetServer, type Server as NetServer } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { portHolder } from './port-holder.ts';

/** With a sentence that says what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

export interface Listening {
  readonly port: number;
  /** Takes no new requests, lets those under way finish for at most `graceMilliseconds`, then cuts the rest. */
  close(graceMilliseconds: number): Promise<void>;
}

/** Throws ListenError when the address cannot be opened, before anything else has been started for it. */
export async function ensureListenable(host: string, port: number): Promise<void> {
  const trial = createNetServer();
  await opened(trial, host, port);
  await new Promise((resolve) => trial.close(resolve));
}

export async function listen(app: Hono, host: string, port: number): Promise<Listening> {
  const answer = getRequestListener(app.fetch);
  // A large file over a slow line takes minutes; only the headers must come at once.
  const server = createHttpServer({ requestTimeout: 900_000, headersTimeout: 30_000 }, (request, response) => {
    void answer(request, response);
  });
  await opened(server, host, port);
  return { port: (server.address() as AddressInfo).port, close: (grace) => close(server, grace) };
}

async function opened(server: NetServer, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  }).catch(async (error: NodeJS.ErrnoException) => {
    throw (await sentenceOf(error, host, port)) ?? error;
  });
}

async function sentenceOf({ code }: NodeJS.ErrnoException, host: string, port: number): Promise<Error | undefined> {
  if (code === 'EADDRINUSE') return portTaken(host, port);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new ListenError(`Adressen ${host} finns inte på den här maskinen. Rätta SAMBAND_HOST.`);
  if (code === 'EACCES')
    return new ListenError(`Port ${port} får bara root öppna. Välj en annan port: SAMBAND_PORT=3001 npm start`);
  return undefined;
}

async function portTaken(host: string, port: number): Promise<ListenError> {
  const holder = await portHolder(port);
  const who = holder ? `process ${holder.pid} (${holder.program})` : 'ett annat program';
  return new ListenError(
    `Port ${port} på ${host} används redan av ${who}. Stoppa det, eller välj en annan port: SAMBAND_PORT=${port + 1} npm start`,
  );
}

async function close(server: Server, grace: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearTimeout(cut);
}
