import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { StartError } from './errors.ts';

/** The superuser keeps the cluster; the product itself signs in as the owner of its database, without superuser rights. */
export const ADMIN_ROLE = 'postgres';
export const APP_ROLE = 'closeout';
/** What the product does for the public: one role reads what is published, one leaves comments, and neither sees anything else. Nobody signs in as them. */
export const LESSER_ROLES = ['closeout_public', 'closeout_commenter'] as const;
export const APP_DATABASE = 'closeout';

export interface Credentials {
  readonly admin: string;
  readonly app: string;
}

/** The major version that made the cluster, or undefined when there is none yet. */
export function clusterMajor(clusterDir: string): number | undefined {
  const file = path.join(clusterDir, 'PG_VERSION');
  try {
    return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
  } catch {
    throw new StartError(
      `The database folder ${clusterDir} belongs to another user: start Closeout as that user, or set DATA_DIR to another folder.`,
    );
  }
}

/** Reads the cluster's generated passwords, or makes them; the file is readable by its owner alone. */
export function credentials(dataDir: string): Credentials {
  const file = path.join(dataDir, 'postgres-passwords.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Credentials;
  const made: Credentials = { admin: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') };
  writeFileSync(file, JSON.stringify(made), { mode: 0o600, flush: true });
  return made;
}

/**
 * Makes the cluster: UTF-8, C.UTF-8, data checksums on, password authentication only. It is made beside its place and moved
 * there when complete, so that being killed in between leaves nothing that a later start could take for a cluster.
 */
export function createCluster(
  { bin, major }: Binaries,
  clusterDir: string,
  account: Account | undefined,
  password: string,
): void {
  const partial = `${clusterDir}.partial`;
  const passwordFile = `${partial}.password`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account) for (const entry of [partial, passwordFile]) chownSync(entry, account.uid, account.gid);
  try {
    const made = spawnSync(path.join(bin, 'initdb'), initdbOptions(partial, passwordFile, major), {
      ...account,
      cwd: '/',
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
    });
    if (made.status !== 0) throw new StartError(`The database could not be created: ${lastLine(made.stderr)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(partial, clusterDir);
}

/**
 * The builtin provider (17 and later) sorts the same on every machine; lc_ctype must know Chinese letters all the same,
 * because pg_trgm finds its words by it.
 */
function initdbOptions(dir: string, passwordFile: string, major: number): string[] {
  const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const provider = major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : [];
  return [
    `--pgdata=${dir}`,
    `--username=${ADMIN_ROLE}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--data-checksums',
    '--no-instructions',
    '--lc-collate=C',
    `--lc-ctype=${ctype}`,
    '--lc-messages=C',
    ...provider,
  ];
}

function lastLine(text: string | null): string {
  const lines = (text ?? '').trim().split('\n');
  return lines.findLast((line) => /error|fatal/i.test(line)) ?? lines.at(-1) ?? 'initdb said nothing';
}
