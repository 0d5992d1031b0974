import {
  canManageRound,
  DomainError,
  forbidden,
  grantsWith,
  invalid,
  LIMITS,
  notFound,
  readSettings,
  type Viewer,
} from '@closeout/domain';
import type { Prisma, Round } from '@closeout/prisma/client';
import type { Context } from '../../graphql/context.ts';
import { optionalUuid, uuidOf } from '../../read/ids.ts';
import { before, given, lockRecord } from '../audit/change-record.ts';
import { inTransaction, plain, type Transaction } from '../audit/in-transaction.ts';
import { requiredIfGiven } from '../bodies/change-body.ts';
import { requireText } from '../text.ts';
import type { CreateRoundInput, EditRoundInput } from './round.inputs.ts';

/** Asked before any id is looked at: who manages no rounds at all learns nothing about which there are. */
export function demandSomeRounds(viewer: Viewer): void {
  if (grantsWith(viewer, 'manageRounds').length === 0) throw forbidden('manageRounds');
}

/** Settings are stored as given and read by the domain, which refuses what it does not understand. Null and absent: unchanged. */
export function checkedSettings(settings: unknown, base?: unknown): Prisma.InputJsonObject | undefined {
  if (settings === undefined || settings === null) return undefined;
  readSettings(settings, base === undefined ? undefined : readSettings(base));
  return plain(settings) as Prisma.InputJsonObject;
}

/** The office of a new round: the one that was named, else the viewer's own where there is exactly one. */
async function officeOf(ctx: Context, tx: Transaction, named: string | null): Promise<string | null> {
  const own = grantsWith(ctx.viewer, 'manageRounds').flatMap(({ grant, scope }) =>
    scope === 'rounds' && grant.bodyId !== null ? [grant.bodyId] : [],
  );
  const officeId = named ?? (own.length === 1 ? (own[0] as string) : null);
  if (!canManageRound(ctx.viewer, officeId))
    throw officeId === null
      ? invalid('officeId', 'rounds.office', 'say which office the round is for')
      : notFound('the inspection office');
  if (officeId === null) return null;
  const office = await tx.body.findFirst({ where: { id: officeId, kind: 'OFFICE', active: true } });
  if (office === null) throw notFound('the inspection office');
  return officeId;
}

async function demandFree(
  tx: Transaction,
  wanted: { name?: string; year?: number; number?: number },
  except: string | null,
): Promise<void> {
  const others = except === null ? {} : { id: { not: except } };
  if (wanted.name !== undefined && (await tx.round.findFirst({ where: { name: wanted.name, ...others } })) !== null)
    throw new DomainError({
      code: 'DUPLICATE',
      rule: 'rounds.name',
      field: 'name',
      message: `there is a round named ${wanted.name} already`,
    });
  if (
    wanted.year !== undefined &&
    wanted.number !== undefined &&
    (await tx.round.findFirst({ where: { year: wanted.year, number: wanted.number, ...others } })) !== null
  )
    throw new DomainError({
      code: 'DUPLICATE',
      rule: 'rounds.number',
      field: 'number',
      message: `${wanted.year} has a round ${wanted.number} already`,
    });
}

export async function createRound(ctx: Context, input: CreateRoundInput): Promise<string> {
  demandSomeRounds(ctx.viewer);
  const named = optionalUuid(input.officeId, 'bdy', 'the inspection office') ?? null;
  const name = requireText(input.name, 'name', LIMITS.name);
  if (input.year < 1990 || input.year > 2100)
    throw invalid('year', 'rounds.year', 'the year lies between 1990 and 2100');
  if (input.number < 1 || input.number > 99)
    throw invalid('number', 'rounds.number', 'the number lies between 1 and 99');
  const settings = checkedSettings(input.settings) ?? {};
  return inTransaction(ctx, async (tx) => {
    const officeId = await officeOf(ctx, tx, named);
    await demandFree(tx, { name, year: input.year, number: input.number }, null);
    const data = {
      level: input.level ?? ('XUNCHA' as const),
      name,
      year: input.year,
      number: input.number,
      settings,
      officeId,
    };
    await nameActor(ctx, tx);
    const { id } = await tx.round.create({ data });
    return {
      value: id,
      events: [{ verb: 'createRound', recordType: 'Round', recordId: id, bodyId: officeId, after: data }],
    };
  });
}

/** Names who changes settings to the version that the database keeps of them. */
export const nameActor = (ctx: Context, tx: Transaction): Promise<unknown> =>
  tx.$queryRaw`SELECT set_config('closeout.actor', ${ctx.viewer.name}, true)`;

/** Locks a round that the viewer manages; a round of another office answers like an absent one. */
export async function lockRound(ctx: Context, tx: Transaction, id: string, version?: number): Promise<Round> {
  const known = await tx.round.findUnique({ where: { id } });
  if (known === null || !canManageRound(ctx.viewer, known.officeId)) throw notFound('the round');
  return lockRecord(tx, { table: 'round', recordType: 'Round', id, what: 'the round', version }, () =>
    tx.round.findUnique({ where: { id } }),
  );
}

export async function editRound(ctx: Context, input: EditRoundInput): Promise<string> {
  demandSomeRounds(ctx.viewer);
  const id = uuidOf(input.roundId, 'rnd', 'the round');
  const patch = given({
    name: requiredIfGiven(input.name, 'name', LIMITS.name),
    settings: checkedSettings(input.settings),
  });
  return inTransaction(ctx, async (tx) => {
    const round = await lockRound(ctx, tx, id, input.version);
    await demandFree(tx, { name: patch.name }, id);
    await nameActor(ctx, tx);
    await tx.round.update({ where: { id }, data: { ...patch, version: { increment: 1 } } });
    return {
      value: id,
      events: [
        {
          verb: 'editRound',
          recordType: 'Round',
          recordId: id,
          bodyId: round.officeId,
          before: before(round, patch),
          after: patch,
        },
      ],
    };
  });
}
