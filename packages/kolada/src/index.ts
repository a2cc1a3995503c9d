export * from './archive/index.ts';
export * from './client/index.ts';
export * from './model.ts';
export * from './simulator/index.ts';
export * from './sync/index.ts';
