export * from './manifest.ts';
export * from './write.ts';
export * from './verify.ts';
