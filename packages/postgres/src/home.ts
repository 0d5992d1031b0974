import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { canEnter, serverAccount } from './account.ts';
import type { Account } from './account.ts';
import { findBinaries } from './binaries.ts';
import type { Binaries } from './binaries.ts';
import { clusterMajor } from './cluster.ts';

/** Where root keeps what another account must reach when the project lies in a folder closed to it, such as /root. */
const SHARED_HOME = '/var/lib/closeout';

/** Everything about the place a cluster lives in and who runs it. */
export interface Home {
  readonly clusterDir: string;
  readonly account: Account | undefined;
  readonly binaries: Binaries;
}

/**
 * Chooses account, folder and programs for the cluster of a data folder.
 *
 * Normally the cluster is `<dataDir>/postgres`. When root has put the project where the server's account cannot go, the
 * cluster is kept under /var/lib/closeout and `<dataDir>/postgres` is a link to it; the programs are copied there likewise.
 */
export function prepareHome(dataDir: string): Home {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const link = path.join(realpathSync(dataDir), 'postgres');
  const account = serverAccount(link);
  if (account) chmodSync(dataDir, 0o711);
  const clusterDir = existsSync(link) ? realpathSync(link) : reachableFolder(link, account);
  const binaries = reachableBinaries(findBinaries(clusterMajor(clusterDir)), account);
  return { clusterDir, account, binaries };
}

/** Removes the cluster of a data folder, also where it is kept elsewhere. The server must not run. */
export function removeCluster(dataDir: string): void {
  const link = path.join(dataDir, 'postgres');
  if (existsSync(link)) {
    const folder = realpathSync(link);
    const own = path.dirname(path.dirname(folder)) === SHARED_HOME ? path.dirname(folder) : folder;
    rmSync(own, { recursive: true, force: true });
  }
  rmSync(link, { recursive: true, force: true });
}

function reachableFolder(link: string, account: Account | undefined): string {
  if (!account || canEnter(account, path.dirname(link))) return link;
  const digest = createHash('sha256').update(link).digest('hex').slice(0, 12);
  const folder = path.join(SHARED_HOME, digest);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  rmSync(link, { force: true });
  symlinkSync(path.join(folder, 'postgres'), link);
  return path.join(folder, 'postgres');
}

function reachableBinaries(binaries: Binaries, account: Account | undefined): Binaries {
  if (!account || canEnter(account, binaries.bin)) return binaries;
  const target = path.join(SHARED_HOME, `postgresql-${binaries.version}`);
  if (!existsSync(target)) {
    const partial = `${target}.${process.pid}`;
    mkdirSync(SHARED_HOME, { recursive: true, mode: 0o711 });
    cpSync(path.dirname(binaries.bin), partial, { recursive: true, verbatimSymlinks: true });
    renameSync(partial, target);
  }
  return { ...binaries, bin: path.join(target, 'bin') };
}
