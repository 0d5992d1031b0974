export * from './lines.ts';
export * from './row.ts';
export * from './seal.ts';
export * from './verify.ts';
