// node static-page.mjs FILE: the bound. A bare Hono server that sends one page, made and compressed beforehand, to whoever asks. Says its port.
import { readFile } from 'node:fs/promises';
import { zstdCompressSync } from 'node:zlib';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const page = zstdCompressSync(await readFile(process.argv[2]));
const headers = { 'content-type': 'text/html; charset=UTF-8', 'content-encoding': 'zstd' };
const app = new Hono();
app.get('*', () => new Response(page, { headers }));
const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send({ port }));
process.on('disconnect', () => {
  server.closeAllConnections();
  server.close(() => process.exit(0));
});
