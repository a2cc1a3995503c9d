export { tellChain } from './chain.ts';
export { type ExampleFigures, generateExampleFigures } from './generate.ts';
export { type LoadedExample, loadExample } from './municipality.ts';
export { exampleMunicipality } from './names.ts';
export { writeExampleArchive } from './write.ts';
