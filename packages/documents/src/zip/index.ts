export { bytesSource, DamagedZipError, readDirectory, unpack, type ZipEntry, type ZipSource } from './read.ts';
export { streamZip, type ZipPart } from './write.ts';
