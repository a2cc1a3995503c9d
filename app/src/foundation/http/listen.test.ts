import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { listen } from './listen.ts';

test('who holds the port is told, and another port is proposed', async () => {
  const first = await listen(new Hono(), '127.0.0.1', 0);
  await expect(listen(new Hono(), '127.0.0.1', first.port)).rejects.toThrow(
    new RegExp(`Port ${first.port} .* process ${process.pid} .*SAMBAND_PORT=${first.port + 1}`),
  );
  await first.close(0);
});

test('an address that is not of this machine is told with the setting that it came from', async () => {
  // A block kept for documentation: no machine has it.
  await expect(listen(new Hono(), '192.0.2.1', 0)).rejects.toThrow('Rätta SAMBAND_HOST');
});
