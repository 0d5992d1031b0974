import { DomainError, LIMITS, notFound, readReading, shanghaiDay, type ReadingKind } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { encodeId, optionalUuid, uuidOf } from '../../read/ids.ts';
import { demandVisible } from '../access/demand-visible.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { toOptionalDate } from '../day.ts';
import { applyToFinding, changeFinding, type FindingChange } from '../findings/change-finding.ts';
import { optionalText, requireText } from '../text.ts';
import type {
  AddIndicatorReadingInput,
  NoteIndicatorInput,
  ReadingInput,
  RemoveIndicatorInput,
} from './indicator.inputs.ts';

/** The columns of a value, judged by the domain. `at` prefixes the names of the fields in refusals. */
function readingColumns(ctx: Context, input: ReadingInput, kind: ReadingKind, at = '') {
  const read = (): ReturnType<typeof readReading> => {
    const { numerator = null, denominator = null, asOf = null } = input;
    const definition = requireText(input.definition, 'definition', LIMITS.title);
    const statedPercent = optionalText(input.statedPercent, 'statedPercent', LIMITS.name) ?? null;
    return readReading({ kind, definition, numerator, denominator, statedPercent, asOf }, shanghaiDay(ctx.now()));
  };
  const { asOf, ...columns } = withPrefix(at, read);
  const source = optionalText(input.source, `${at}source`, LIMITS.title) ?? null;
  return {
    ...columns,
    asOf: toOptionalDate(asOf) ?? null,
    source,
    createdAt: ctx.now(),
    createdByName: ctx.viewer.name,
  };
}

/** Refusals of a part of an input name their field within the whole. */
function withPrefix<T>(at: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (at === '' || !(error instanceof DomainError)) throw error;
    throw new DomainError(error.refusals.map((one) => ({ ...one, field: `${at}${one.field ?? ''}` })));
  }
}

async function demandFreeName(tx: Transaction, findingId: string, name: string, except: string | null): Promise<void> {
  const others = except === null ? {} : { id: { not: except } };
  if ((await tx.indicator.count({ where: { findingId, name, ...others } })) === 0) return;
  const message = `the finding has an indicator ${name} already`;
  throw new DomainError({ code: 'DUPLICATE', rule: 'indicators.name', field: 'name', message });
}

/** Names an indicator with its baseline, or changes name, unit and target of one; its readings stay as they are. */
export async function noteIndicator(ctx: Context, input: NoteIndicatorInput): Promise<string> {
  const id = optionalUuid(input.indicatorId, 'ind', 'the indicator') ?? null;
  const columns = {
    name: requireText(input.name, 'name', LIMITS.name),
    unit: optionalText(input.unit, 'unit', LIMITS.name) ?? null,
    target: optionalText(input.target, 'target', LIMITS.title) ?? null,
  };
  const baseline = input.baseline ? readingColumns(ctx, input.baseline, 'BASELINE', 'baseline.') : null;
  return changeFinding(ctx, { ...input, verb: 'noteIndicator' }, async ({ tx, finding }) => {
    await demandFreeName(tx, finding.id, columns.name, id);
    if (id !== null) {
      const known = await tx.indicator.findFirst({ where: { id, findingId: finding.id } });
      if (known === null) throw notFound('the indicator');
      await tx.indicator.update({ where: { id }, data: { ...columns, version: { increment: 1 } } });
      const { name, unit, target } = known;
      return { before: { indicator: name, unit, target }, after: { indicator: columns.name, ...columns } };
    }
    const last = await tx.indicator.aggregate({ where: { findingId: finding.id }, _max: { ordinal: true } });
    await tx.indicator.create({
      data: {
        ...columns,
        findingId: finding.id,
        bodyId: finding.bodyId,
        ordinal: (last._max.ordinal ?? 0) + 1,
        createdAt: ctx.now(),
        createdByName: ctx.viewer.name,
        ...(baseline === null ? {} : { readings: { create: { ...baseline, ordinal: 1 } } }),
      },
    });
    return { after: { indicator: columns.name, ...columns, baseline } };
  });
}

type Located = { id: string; name: string; findingId: string };

/** One change of an indicator that the viewer reads, judged on its finding, which is locked. */
async function changeIndicator(
  ctx: Context,
  globalId: string,
  work: (tx: Transaction, indicator: Located) => Promise<FindingChange>,
): Promise<string> {
  const id = uuidOf(globalId, 'ind', 'the indicator');
  return inTransaction(ctx, async (tx) => {
    await demandVisible(ctx, tx, 'Indicator', id, 'the indicator');
    const { name, findingId } = await tx.indicator.findUniqueOrThrow({ where: { id } });
    const request = { findingId: encodeId('fnd', findingId), verb: 'noteIndicator' as const };
    const events = await applyToFinding(ctx, tx, request, async () => work(tx, { id, name, findingId }));
    return { value: findingId, events };
  });
}

/** Adds a value after those that are there: none is ever overwritten. */
export async function addIndicatorReading(ctx: Context, input: AddIndicatorReadingInput): Promise<string> {
  const columns = readingColumns(ctx, input, input.isBaseline ? 'BASELINE' : 'PROGRESS');
  return changeIndicator(ctx, input.indicatorId, async (tx, { id, name }) => {
    const last = await tx.indicatorReading.aggregate({ where: { indicatorId: id }, _max: { ordinal: true } });
    const ordinal = (last._max.ordinal ?? 0) + 1;
    await tx.indicatorReading.create({ data: { ...columns, indicatorId: id, ordinal } });
    return { after: { indicator: name, reading: ordinal, ...columns } };
  });
}

/** Takes an indicator back that was entered by mistake; one with values after its baseline stays. */
export async function removeIndicator(ctx: Context, input: RemoveIndicatorInput): Promise<string> {
  return changeIndicator(ctx, input.indicatorId, async (tx, { id, name }) => {
    if ((await tx.indicatorReading.count({ where: { indicatorId: id, kind: 'PROGRESS' } })) > 0) {
      const message = 'an indicator with values after its baseline stays';
      throw new DomainError({ code: 'ILLEGAL_TRANSITION', rule: 'indicators.readStays', message });
    }
    const { readings } = await tx.indicator.delete({ where: { id }, include: { readings: true } });
    return { before: { indicator: name, readings } };
  });
}
