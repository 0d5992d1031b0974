import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { StartError, reasonOf } from './errors.ts';

/** The user and group that the server's processes run as; absent when they run as the current user. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAMES = ['closeout', 'postgres'] as const;

/**
 * Decides whose processes PostgreSQL's will be. PostgreSQL refuses to run as root, so root gets the owner of an existing
 * cluster, else the user `closeout` or `postgres`, else a newly created system user `closeout`. Anybody else runs it himself,
 * which `undefined` says.
 */
export function serverAccount(clusterDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(clusterDir)) {
    const { uid, gid } = statSync(clusterDir);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of NAMES) {
    const account = lookUp(name);
    if (account) return account;
  }
  return createAccount();
}

/** Whether that account can pass into a folder: asked of the system itself, because ACLs and mounts count too. */
export function canEnter(account: Account | undefined, folder: string): boolean {
  const test = spawnSync('/bin/sh', ['-c', 'test -x "$0" && test -d "$0"', folder], { ...account, cwd: '/' });
  return test.status === 0;
}

function lookUp(name: string): Account | undefined {
  const uid = number(['-u', name]);
  const gid = number(['-g', name]);
  return uid === undefined || gid === undefined || uid === 0 ? undefined : { uid, gid };
}

function number(args: string[]): number | undefined {
  const answer = spawnSync('id', args, { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout.trim()) : undefined;
}

function createAccount(): Account {
  const name = NAMES[0];
  const attempts: [string, string[]][] = [
    [
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/false', name],
    ],
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', name]],
  ];
  let reason = '';
  for (const [program, args] of attempts) {
    try {
      execFileSync(program, args, { stdio: 'pipe' });
      const account = lookUp(name);
      if (account) return account;
    } catch (error) {
      reason = reasonOf(error);
    }
  }
  throw new StartError(
    `PostgreSQL cannot run as root and a system user "${name}" could not be created (${reason}): start Closeout as an ordinary user, or set DATABASE_URL.`,
  );
}
