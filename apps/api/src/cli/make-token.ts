import { parseArgs } from 'node:util';
import { addDays, FIELD_CLASSES, shanghaiDay, type FieldClass } from '@closeout/domain';
import { StartError } from '@closeout/postgres';
import { openDatabase } from '../db/client.ts';
import { endOfDay, newToken, yearAfter } from '../modules/access/api-token.ts';

export const USAGE = `npm run token -- --body SHORT_NAME --name WHAT_FOR [--classes ${FIELD_CLASSES.join(',')}] [--days 90]`;

export interface TokenRequest {
  body: string;
  name: string;
  classes: FieldClass[];
  days: number;
}

const isClass = (text: string): text is FieldClass => (FIELD_CLASSES as readonly string[]).includes(text);

/** Reads the command line; what is missing or wrong is one line that says what is accepted. */
export function readTokenRequest(args: string[]): TokenRequest {
  const options = {
    body: { type: 'string' },
    name: { type: 'string' },
    classes: { type: 'string', default: 'STATISTICS' },
    days: { type: 'string', default: '90' },
  } as const;
  const given = (() => {
    try {
      return parseArgs({ args, options, strict: true }).values;
    } catch (error) {
      throw new StartError(
        `${error instanceof Error ? error.message.split('. ')[0] : 'this cannot be read'}. Usage: ${USAGE}`,
      );
    }
  })();
  const body = given.body?.trim() ?? '';
  const name = given.name?.trim() ?? '';
  if (body === '' || name === '')
    throw new StartError(`Say which body the token reads and what it is for. Usage: ${USAGE}`);
  const classes = given.classes.split(',').map((one) => one.trim().toUpperCase());
  const unknown = classes.find((one) => !isClass(one));
  if (unknown !== undefined)
    throw new StartError(`There is no field class "${unknown}"; accepted: ${FIELD_CLASSES.join(', ')}.`);
  const days = Number(given.days);
  if (!Number.isInteger(days) || days < 1 || days > 365)
    throw new StartError(`--days is "${given.days}"; accepted: a whole number from 1 to 365.`);
  return { body, name, classes: classes.filter(isClass), days };
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
    const expiresOn = [addDays(today, request.days), yearAfter(today)].sort()[0] as string;
    const bodies = await database.db.body.findMany({
      where: { kind: 'INSPECTED', active: true },
      orderBy: { shortName: 'asc' },
    });
    const body = bodies.find((one) => one.shortName === request.body || one.name === request.body);
    if (body === undefined)
      throw new StartError(
        `There is no inspected body "${request.body}"; there are: ${bodies.map((one) => one.shortName).join(', ') || 'none yet'}.`,
      );
    const { secret, data } = newToken({
      name: request.name,
      bodyId: body.id,
      classes: request.classes,
      expiresAt: endOfDay(expiresOn),
    });
    await database.db.$transaction(async (tx) => {
      const token = await tx.apiToken.create({ data: { ...data, createdAt: now } });
      await tx.auditEvent.create({
        data: {
          bodyId: body.id,
          actorName: 'command line',
          verb: 'createApiToken',
          recordType: 'ApiToken',
          recordId: token.id,
          after: { name: request.name, classes: request.classes, expiresOn },
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
