import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError, reasonOf } from './errors.ts';

export interface DataFolderLock {
  release(): void;
}

/** Kept here until released: a connection that nobody refers to would be collected, and its lock with it. */
const held = new Set<DatabaseSync>();

/**
 * Takes the data folder for this process alone, or throws a StartError that names the process which has it.
 *
 * The lock is the operating system's own file lock (SQLite's exclusive transaction on an empty file), so it vanishes with
 * the process however that dies: there is no stale lock to judge by pid, and no race between two starters.
 */
export function lockDataFolder(dataDir: string): DataFolderLock {
  const ownerFile = path.join(dataDir, 'app.pid');
  const database = openLockFile(dataDir);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!/locked|busy/i.test(reasonOf(error))) {
      throw new StartError(`The data folder ${dataDir} cannot be locked: ${reasonOf(error)}.`);
    }
    throw new StartError(
      `The data folder ${dataDir} is in use by another Closeout${describeOwner(ownerFile)}: stop that one, or set DATA_DIR to another folder.`,
    );
  }
  held.add(database);
  writeFileSync(ownerFile, `${process.pid}\n`);
  return {
    release() {
      if (!database.isOpen) return;
      rmSync(ownerFile, { force: true });
      database.close();
      held.delete(database);
    },
  };
}

function openLockFile(dataDir: string): DatabaseSync {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    return new DatabaseSync(path.join(dataDir, 'app.lock'));
  } catch (error) {
    throw new StartError(
      `The data folder ${dataDir} cannot be written (${reasonOf(error)}): set DATA_DIR to a folder that this user may write.`,
    );
  }
}

function describeOwner(ownerFile: string): string {
  try {
    return ` (process ${readFileSync(ownerFile, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
