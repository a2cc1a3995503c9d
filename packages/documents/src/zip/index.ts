export {
  bytesSource,
  DamagedZipError,
  OversizedZipError,
  readDirectory,
  unpack,
  type ZipEntry,
  type ZipSource,
} from './read.ts';
export { streamZip, type ZipPart } from './write.ts';
