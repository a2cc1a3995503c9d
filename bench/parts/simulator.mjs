// node simulator.mjs KPIS: a Kolada of invented figures in a process of its own. Says its address, and what it was asked for when told to.
import { startSimulator } from '@samband/kolada';
import { inventedKolada } from './invented-kolada.mjs';

const simulator = await startSimulator(inventedKolada(Number(process.argv[2])));
process.send({ url: simulator.url });
process.on('message', () =>
  process.send({
    paths: simulator.requests().map(({ path }) => path),
    rss: process.resourceUsage().maxRSS / 1024,
    processor: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  }),
);
process.on('disconnect', () => process.exit(0));
