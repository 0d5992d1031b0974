import { DomainError, invalid, LIMITS, notFound } from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { optionalUuid, uuidOf } from '../../read/ids.ts';
import { changeFinding, demandVersion } from '../findings/change-finding.ts';
import { optionalText, requireText } from '../text.ts';
import type { NotePartyInput, RemovePartyInput } from './party.inputs.ts';

/** Records a company or person outside the body with its own fact and progress, or changes one. */
export async function noteParty(ctx: Context, input: NotePartyInput): Promise<string> {
  const id = optionalUuid(input.partyId, 'pty', 'the party') ?? null;
  const columns = {
    kind: input.kind,
    name: requireText(input.name, 'name', LIMITS.title),
    fact: requireText(input.fact, 'fact', LIMITS.text),
    progress: optionalText(input.progress, 'progress', LIMITS.text) ?? null,
    outcome: input.outcome ?? null,
  };
  const stamp = { updatedAt: ctx.now(), updatedByName: ctx.viewer.name };
  return changeFinding(ctx, { findingId: input.findingId, verb: 'noteParty' }, async ({ tx, finding }) => {
    if (id === null) {
      const last = await tx.externalParty.aggregate({ where: { findingId: finding.id }, _max: { ordinal: true } });
      const place = { findingId: finding.id, bodyId: finding.bodyId, ordinal: (last._max.ordinal ?? 0) + 1 };
      if (place.ordinal > LIMITS.batch) throw invalid('name', 'input.count', `at most ${LIMITS.batch} parties`);
      await tx.externalParty.create({ data: { ...columns, ...place, ...stamp, createdAt: ctx.now() } });
      return { after: { party: columns.name, ...columns } };
    }
    const known = await tx.externalParty.findFirst({ where: { id, findingId: finding.id } });
    if (known === null) throw notFound('the party');
    if (input.version === null || input.version === undefined)
      throw invalid('version', 'input.required', 'say which version of the party was seen');
    await demandVersion(tx, known, 'ExternalParty', input.version);
    await tx.externalParty.update({ where: { id }, data: { ...columns, ...stamp, version: { increment: 1 } } });
    const { kind, name, fact, progress, outcome } = known;
    return { before: { party: name, kind, name, fact, progress, outcome }, after: { party: columns.name, ...columns } };
  });
}

/** Takes a party back that was entered by mistake; one with an outcome stays until that is taken back. */
export async function removeParty(ctx: Context, input: RemovePartyInput): Promise<string> {
  const id = uuidOf(input.partyId, 'pty', 'the party');
  return changeFinding(ctx, { findingId: input.findingId, verb: 'noteParty' }, async ({ tx, finding }) => {
    const known = await tx.externalParty.findFirst({ where: { id, findingId: finding.id } });
    if (known === null) throw notFound('the party');
    if (known.outcome !== null) {
      const message = 'a party with an outcome stays: take that back first';
      throw new DomainError({ code: 'ILLEGAL_TRANSITION', rule: 'parties.decidedStays', message });
    }
    await tx.externalParty.delete({ where: { id } });
    const { kind, name, fact, progress } = known;
    return { before: { party: name, kind, fact, progress } };
  });
}
