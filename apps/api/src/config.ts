import { isIP } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartError } from '@closeout/postgres';
import { z } from 'zod';
import { API_SETTINGS, readApiSettings, type ApiSettings } from './api-settings.ts';

const PROJECT_ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const HOST_NAME = /^(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*$/i;

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder with the uploaded files, the logs and, without `databaseUrl`, the database. */
  readonly dataDir: string;
  /** A PostgreSQL server of the installation's own; without it the embedded one is used. */
  readonly databaseUrl: string | undefined;
  readonly demo: boolean;
  readonly demoPassword: string;
  /** Whether this process computes and sends warnings. */
  readonly worker: boolean;
  /** Time of the daily run in Asia/Shanghai, `HH:MM`. */
  readonly warningsAt: string;
  /** The mail server; without it mails are written as files into `dataDir`/mail. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  /** The address under which people reach the console, for links in mails; without it the one listened on. */
  readonly publicUrl: string | undefined;
  /** Bounds and times of the API. */
  readonly api: ApiSettings;
}

const hasProtocol = (text: string, known: readonly string[]): boolean =>
  URL.canParse(text) && known.includes(new URL(text).protocol);

const isPostgresUrl = (text: string): boolean =>
  hasProtocol(text, ['postgres:', 'postgresql:']) && new URL(text).pathname.length > 1;

/** Each setting: what is accepted, in the words of the message. An empty value counts as not set. */
const settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port <= 65535, 'too large')
    .default(4000)
    .describe('a whole number from 0 to 65535 (0 takes any free port)'),
  HOST: z
    .string()
    .refine((host) => isIP(host) !== 0 || HOST_NAME.test(host), 'not a host')
    .default('127.0.0.1')
    .describe('an IP address or a host name, such as 127.0.0.1 or 0.0.0.0'),
  DATA_DIR: z
    .string()
    .refine((folder) => !folder.includes('\0'), 'not a path')
    .default('.data')
    .describe('the path of a folder'),
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'not a PostgreSQL address')
    .optional()
    .describe('postgresql://USER:PASSWORD@HOST:PORT/DATABASE'),
  DEMO_PASSWORD: z.string().min(8).max(128).default('closeout-demo').describe('8 to 128 characters'),
  DEMO: z.enum(['on', 'off']).default('on').describe('on or off'),
  WORKER: z.enum(['on', 'off']).default('on').describe('on or off'),
  WARNINGS_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('07:30')
    .describe('a time of day in Asia/Shanghai, such as 07:30'),
  SMTP_URL: z
    .string()
    .refine((text) => hasProtocol(text, ['smtp:', 'smtps:']), 'not a mail server')
    .optional()
    .describe('smtp://USER:PASSWORD@HOST:PORT or smtps://…'),
  MAIL_FROM: z.email().default('closeout@localhost.localdomain').describe('a mail address'),
  PUBLIC_URL: z
    .string()
    .refine((text) => hasProtocol(text, ['http:', 'https:']), 'not a web address')
    .transform((text) => text.replace(/\/+$/, ''))
    .optional()
    .describe('http://… or https://…'),
  ...API_SETTINGS,
});

type Setting = keyof z.infer<typeof settings>;
const SECRET: ReadonlySet<string> = new Set<Setting>(['DEMO_PASSWORD', 'DATABASE_URL', 'SMTP_URL']);

/**
 * Reads every setting at once and throws one StartError with a line per wrong one: its name, its value (not of secrets) and
 * what is accepted. A relative DATA_DIR counts from the project's root, wherever the command was given.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const names = Object.keys(settings.shape) as Setting[];
  const given = Object.fromEntries(names.map((name) => [name, environment[name]?.trim() || undefined]));
  const result = settings.safeParse(given);
  if (!result.success) {
    const wrong = new Set(result.error.issues.map((issue) => String(issue.path[0]) as Setting));
    throw new StartError([...wrong].map((name) => complaint(name, String(given[name]))).join('\n'));
  }
  const { data } = result;
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: path.resolve(PROJECT_ROOT, data.DATA_DIR),
    databaseUrl: data.DATABASE_URL,
    demo: data.DEMO === 'on',
    demoPassword: data.DEMO_PASSWORD,
    worker: data.WORKER === 'on',
    warningsAt: data.WARNINGS_AT,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    publicUrl: data.PUBLIC_URL,
    api: readApiSettings(data),
  };
}

function complaint(name: Setting, value: string): string {
  const shown = SECRET.has(name) ? 'is not usable' : `is "${value}"`;
  return `The setting ${name} ${shown}; accepted: ${settings.shape[name].description}.`;
}
