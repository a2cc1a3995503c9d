// node simulator.mjs KPIS: a Kolada of invented figures in a process of its own. Says its address, and what it was asked for when told to.
import { generatedSource, startSimulator } from '@samband/kolada';

const source = generatedSource({
  kpis: Number(process.argv[2]),
  units: 311,
  years: Array.from({ length: 22 }, (_, i) => 2003 + i),
});
const simulator = await startSimulator(source);
process.send({ url: simulator.url });
process.on('message', () => process.send({ paths: simulator.requests().map(({ path }) => path) }));
process.on('disconnect', () => process.exit(0));
