import path from 'node:path';
import type { Config } from '../config.ts';
import type { Demo } from './demo-logins.ts';

export interface Greeting {
  readonly config: Config;
  readonly address: string;
  readonly database: string;
  readonly demo: Demo | undefined;
  readonly setupLink: string | undefined;
}

/** What the person at the terminal needs to know once everything runs. */
export function greeting({ config, address, database, demo, setupLink }: Greeting): string {
  const lines = ['', `  Closeout is running:  ${address}`, ''];
  if (demo && demo.logins.length > 0) {
    lines.push(`  Demo logins (password: ${demo.password})`);
    const width = Math.max(...demo.logins.map(({ login }) => login.length));
    for (const { login, roleName, body } of demo.logins)
      lines.push(`    ${login.padEnd(width)}  ${roleName} · ${body}`);
    lines.push('');
  }
  if (setupLink) {
    lines.push('  Create the first administrator (once, within 30 minutes):', `    ${setupLink}`, '');
  }
  lines.push(
    `  Data folder:  ${config.dataDir}`,
    `  Database:     ${database}`,
    `  Logs:         ${path.join(config.dataDir, 'logs')}`,
    `  Stop:         Ctrl+C`,
    `  Reset:        npm run reset  (removes the data folder)`,
    '',
  );
  return lines.join('\n');
}
