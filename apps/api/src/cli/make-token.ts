import { parseArgs } from 'node:util';
import {
  addDays,
  classesToApprove,
  FIELD_CLASSES,
  lastDayOfToken,
  shanghaiDay,
  TOKEN_VERBS,
  type FieldClass,
  type TokenVerb,
} from '@closeout/domain';
import { StartError } from '@closeout/postgres';
import { openDatabase, type Database } from '../db/client.ts';
import { DEFAULT_VERBS, newToken, tokenTrail, type NewToken } from '../modules/access/api-token.ts';
import { standsAsApprover } from '../modules/access/token-facts.ts';

export const USAGE = `npm run token -- --body SHORT_NAME --name NAME [--purpose WHAT_FOR] [--classes ${FIELD_CLASSES.join(',')}] [--approver LOGIN] [--verbs ${TOKEN_VERBS.join(',')}] [--days 90]`;

export interface TokenRequest {
  body: string;
  name: string;
  purpose: string;
  classes: FieldClass[];
  verbs: TokenVerb[];
  /** Login of the secretary who is asked to approve; null where nothing needs an approval. */
  approver: string | null;
  days: number;
}

const OPTIONS = {
  body: { type: 'string', default: '' },
  name: { type: 'string', default: '' },
  purpose: { type: 'string', default: '' },
  classes: { type: 'string', default: 'STATISTICS' },
  verbs: { type: 'string', default: DEFAULT_VERBS.join(',') },
  approver: { type: 'string', default: '' },
  days: { type: 'string', default: '90' },
} as const;

function given(args: string[]): Record<keyof typeof OPTIONS, string> {
  try {
    return parseArgs({ args, options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new StartError(
      `${error instanceof Error ? error.message.split('. ')[0] : 'this cannot be read'}. Usage: ${USAGE}`,
    );
  }
}

/** The codes of a comma-separated list, in any case. */
function codesOf<T extends string>(text: string, known: readonly T[], what: string): T[] {
  return text.split(',').map((part) => {
    const code = known.find((one) => one.toLowerCase() === part.trim().toLowerCase());
    if (code === undefined)
      throw new StartError(`There is no ${what} "${part.trim()}"; accepted: ${known.join(', ')}.`);
    return code;
  });
}

/** Reads the command line; what is missing or wrong is one line that says what is accepted. */
export function readTokenRequest(args: string[]): TokenRequest {
  const { body, name, purpose, classes, verbs, approver, days } = given(args);
  if (body.trim() === '' || name.trim() === '')
    throw new StartError(`Say which body the token reads and what it is called. Usage: ${USAGE}`);
  const request: TokenRequest = {
    body: body.trim(),
    name: name.trim(),
    purpose: purpose.trim(),
    classes: codesOf(classes, FIELD_CLASSES, 'field class'),
    verbs: codesOf(verbs, TOKEN_VERBS, 'verb'),
    approver: approver.trim() || null,
    days: Number(days),
  };
  if (!Number.isInteger(request.days) || request.days < 1 || request.days > 365)
    throw new StartError(`--days is "${days}"; accepted: a whole number from 1 to 365.`);
  const waiting = classesToApprove(request.classes);
  if (waiting.length > 0 && request.approver === null)
    throw new StartError(`${waiting.join(', ')} need a secretary's approval: say whose with --approver LOGIN.`);
  return request;
}

/** The account that is asked to approve. */
async function approverOf(
  db: Database['db'],
  request: TokenRequest,
  bodyId: string,
  today: string,
): Promise<string | null> {
  if (classesToApprove(request.classes).length === 0) return null;
  const found = await db.$queryRawUnsafe<{ id: string; login: string }[]>(
    `SELECT a.id, a.login FROM account a WHERE ${standsAsApprover('a.id', '$1::uuid', '$2::text::date')} ORDER BY a.login`,
    bodyId,
    today,
  );
  const approver = found.find((one) => one.login === request.approver);
  if (approver === undefined)
    throw new StartError(
      `"${request.approver}" is no secretary of ${request.body}; there are: ${found.map((one) => one.login).join(', ') || 'none yet'}.`,
    );
  return approver.id;
}

/** Makes a token in the installation's database and answers its secret, which is stored nowhere. The audit trail says so. */
export async function makeToken(
  databaseUrl: string,
  request: TokenRequest,
  now: Date,
): Promise<{ secret: string; expiresOn: string }> {
  const database = openDatabase(databaseUrl);
  try {
    const today = shanghaiDay(now);
    const expiresOn = [addDays(today, request.days), lastDayOfToken(today)].sort()[0] as string;
    const bodies = await database.db.body.findMany({
      where: { kind: 'INSPECTED', active: true },
      orderBy: { shortName: 'asc' },
    });
    const body = bodies.find((one) => one.shortName === request.body || one.name === request.body);
    if (body === undefined)
      throw new StartError(
        `There is no inspected body "${request.body}"; there are: ${bodies.map((one) => one.shortName).join(', ') || 'none yet'}.`,
      );
    const token: NewToken = {
      name: request.name,
      purpose: request.purpose,
      bodyId: body.id,
      classes: request.classes,
      verbs: request.verbs,
      approverId: await approverOf(database.db, request, body.id, today),
      expiresOn,
    };
    const { secret, data } = newToken(token);
    await database.db.$transaction(async (tx) => {
      const { id } = await tx.apiToken.create({ data: { ...data, createdAt: now } });
      await tx.auditEvent.create({
        data: {
          bodyId: body.id,
          actorName: 'command line',
          verb: 'createApiToken',
          recordType: 'ApiToken',
          recordId: id,
          after: tokenTrail(token, request.approver),
          origin: 'command line',
          at: now,
        },
      });
    });
    return { secret, expiresOn };
  } finally {
    await database.stop();
  }
}
