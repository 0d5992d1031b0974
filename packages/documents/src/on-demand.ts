import type { writeOfficialDocx as Write } from './official/write-official.ts';
import type { checkTemplate as Check } from './templates/check.ts';
import type { fillTemplate as Fill } from './templates/engine.ts';
import type { startingTemplate as Start } from './templates/start.ts';

/**
 * What writes and fills .docx, loaded when the first one is asked for: the libraries behind it take some 25 MB, which neither the server
 * before that nor a thread that reads a table needs.
 */
export const writeOfficialDocx = async (...args: Parameters<typeof Write>): Promise<Uint8Array> =>
  (await import('./official/write-official.ts')).writeOfficialDocx(...args);

export const startingTemplate = async (...args: Parameters<typeof Start>): Promise<Uint8Array> =>
  (await import('./templates/start.ts')).startingTemplate(...args);

export const checkTemplate = async (...args: Parameters<typeof Check>): ReturnType<typeof Check> =>
  (await import('./templates/check.ts')).checkTemplate(...args);

export const fillTemplate = async (...args: Parameters<typeof Fill>): Promise<Uint8Array> =>
  (await import('./templates/engine.ts')).fillTemplate(...args);
