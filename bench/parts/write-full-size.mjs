// node write-full-size.mjs FILE: in a process of its own, so that what it takes to make the figures is not counted against who reads them.
import { createArchive } from '@samband/kolada';
import { fullSizeContent } from './full-size.mjs';

const { values } = await createArchive(process.argv[2], fullSizeContent());
console.log(JSON.stringify({ values }));
