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

/** One login per role, and one of another body; the demo has more people than a screen has lines. */
const SHOWN =
  'handler head leader secretary clerk discipline office integrator sysadmin secadmin auditadmin otherhead'.split(' ');

/** What the person at the terminal needs to know once everything runs. */
export function greeting({ config, address, database, demo, setupLink }: Greeting): string {
  const lines = ['', `  Closeout is running:  ${address}`, ''];
  if (demo && demo.logins.length > 0) lines.push(...demoLines(demo), '');
  if (setupLink) {
    lines.push('  Create the first administrator (once, within 30 minutes):', `    ${setupLink}`, '');
  }
  lines.push(
    `  Data folder:  ${config.dataDir}`,
    `  Database:     ${database}`,
    `  Logs:         ${path.join(config.dataDir, 'logs')}`,
    `  Stop:         Ctrl+C`,
    `  Reset:        ${config.databaseUrl ? 'drop and create the database, remove the data folder' : 'npm run reset  (removes the data folder)'}`,
    '',
  );
  return lines.join('\n');
}

function demoLines({ logins, password }: Demo): string[] {
  const shown = logins.filter(({ login }) => SHOWN.includes(login));
  const width = Math.max(...shown.map(({ login }) => login.length));
  const more = logins.length - shown.length;
  return [
    `  Demo logins (password: ${password})`,
    ...shown.map(({ login, roleName, body }) => `    ${login.padEnd(width)}  ${roleName} · ${body}`),
    ...(more > 0 ? [`    and ${more} more: demo-logins.json in the data folder`] : []),
  ];
}
