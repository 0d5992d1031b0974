import { demandText, LIMITS, notFound, readRuling, type JudgedHit } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { changePublication, type LockedPublication, type PublicationChange } from './change-publication.ts';
import { judgedPassages, scanSettingsOf, type PublicationRecord } from './publication-record.ts';
import type { DecideHitInput, HitInput, UnmaskHitInput } from './publication.inputs.ts';

/** The hit as it stands in the draft now; one that is no longer there is not decided. */
function hitOf(record: PublicationRecord, input: HitInput): JudgedHit {
  const { kind } = input;
  const [key, subject] = [
    demandText(input.key, 'key', LIMITS.title),
    demandText(input.subject, 'subject', LIMITS.title),
  ];
  const hit = judgedPassages(record)
    .flatMap(({ hits }) => hits)
    .find((one) => one.key === key && one.kind === kind && one.subject === subject);
  if (hit === undefined) throw notFound('the hit');
  return hit;
}

async function rule(
  ctx: Context,
  { tx, record }: LockedPublication,
  input: HitInput,
  given: Parameters<typeof readRuling>[1],
): Promise<PublicationChange> {
  const hit = hitOf(record, input);
  const ruling = readRuling(hit, given, scanSettingsOf(record));
  const { key, kind, subject } = hit;
  const data = { ...ruling, decidedByName: ctx.viewer.name, decidedAt: ctx.now() };
  const id = { publicationId: record.id, key, kind, subject };
  await tx.hitRuling.upsert({
    where: { publicationId_key_kind_subject: id },
    create: { ...id, ...data },
    update: data,
  });
  // What is masked is not written down in the trail; what is left in the open is.
  const named = ruling.decision === 'MASKED' ? {} : { text: hit.text };
  return {
    before: { decision: hit.ruling?.decision ?? null },
    after: { key, kind, decision: ruling.decision, ...named },
    reason: ruling.reason,
  };
}

/** Masks a hit, or asks the approver to leave it as it is. */
export const decideHit = (ctx: Context, input: DecideHitInput): Promise<string> =>
  changePublication(ctx, 'decideHit', input, (locked) =>
    rule(ctx, locked, input, {
      decision: input.ask === true ? 'ASKED' : 'MASKED',
      replacement: input.replacement,
      reason: input.reason,
    }),
  );

/** Leaves personal data in the public text: the approver's act, with its reason in the trail. */
export const unmaskHit = (ctx: Context, input: UnmaskHitInput): Promise<string> =>
  changePublication(ctx, 'unmaskHit', input, (locked) =>
    rule(ctx, locked, input, { decision: 'LEFT', reason: input.reason }),
  );
