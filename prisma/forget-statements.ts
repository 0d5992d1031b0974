import { Debug as debugOfClient } from '@prisma/client/runtime/client';
import { Debug as debugOfAdapter } from '@prisma/driver-adapter-utils';

/** How many lines of its own log Prisma holds, whether or not anybody reads it. */
const HELD = 100;
const logs = [debugOfClient('closeout'), debugOfAdapter('closeout')];

/**
 * Prisma's log holds its last statements with everything they carry. After a large one this lets go of them, by as many empty
 * lines: the ten megabytes of an import would stay in memory until some fifty statements later.
 */
export function forgetStatements(): void {
  for (const log of logs) for (let line = 0; line < HELD; line += 1) log('');
}
