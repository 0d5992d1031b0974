export { StartError, reasonOf } from './errors.ts';
export { lockDataFolder } from './lock.ts';
export type { DataFolderLock } from './lock.ts';
export { OLDEST_MAJOR } from './binaries.ts';
export { removeCluster } from './home.ts';
export { isAlive, runningPostmaster, stopPostmaster } from './orphan.ts';
export { startEmbedded, stopOrphan } from './server.ts';
export type { EmbeddedOptions, EmbeddedServer } from './server.ts';
