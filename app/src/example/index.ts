export { type ExampleFigures, generateExampleFigures } from './generate.ts';
export { exampleMunicipality } from './names.ts';
export { writeExampleArchive } from './write.ts';
