import type { ActionKind } from '@closeout/domain';
import type { BodyKey, DemoAction, DemoFinding } from './content/types.ts';
import { at, dateOf } from './days.ts';
import { seedPieces } from './evidence.ts';
import { importOf, spanOf } from './imports.ts';
import { personOf } from './stage.ts';
import type { Stage } from './stage.ts';

/** The actions of one finding with their progress and evidence. */
export function seedActions(stage: Stage, body: BodyKey, finding: DemoFinding): void {
  finding.actions.forEach((action, index) => {
    seedAction(stage, body, finding, action, index + 1);
    seedPieces(stage, body, finding, action, index + 1);
  });
}

/** The day of the action's last dated piece, or null while nothing is dated. */
function lastDated(action: DemoAction): string | null {
  const dated = action.evidence.flatMap((piece) => (piece.kind === 'SHARED' ? [] : [piece.until ?? piece.date]));
  return dated.sort().at(-1) ?? null;
}

/** What the demo's actions are follows from the first paper that proves them. */
const KINDS: Partial<Record<string, ActionKind>> = {
  DOCUMENT: 'RULES',
  MEETING: 'MEETING',
  TALK: 'TALK',
  TRAINING: 'TRAINING',
  SITE_VISIT: 'SITE_VISIT',
  INSPECTION: 'CHECK',
  LATERAL_REVIEW: 'CHECK',
  SELF_CRITICISM: 'CHECK',
  ORDERED_CHECK: 'CHECK',
  REFUND: 'MONEY',
};
const kindOf = (action: DemoAction): ActionKind => KINDS[action.evidence[0]?.kind ?? ''] ?? 'OTHER';

function seedAction(stage: Stage, body: BodyKey, finding: DemoFinding, action: DemoAction, ordinal: number): void {
  const { rows, id } = stage;
  const recorded = finding.state === 'RECORDED';
  const actionId = id(`action:${body}:${finding.no}:${ordinal}`);
  const doneDay = lastDated(action) ?? finding.signedOn?.[0] ?? null;
  const progress = action.progress ?? null;
  const handler = personOf(finding.handler);
  const claimed = !recorded && finding.state !== 'UNCLAIMED';
  const { importId } = importOf(stage, body, finding);
  rows.actions.push({
    id: actionId,
    findingId: id(`finding:${body}:${finding.no}`),
    bodyId: id(`body:${body}`),
    ordinal,
    kind: kindOf(action),
    text: action.text,
    state: action.state,
    progress,
    doneOn: action.state === 'DONE' && doneDay ? dateOf(doneDay) : null,
    departmentId: recorded ? null : id(`department:${body}:${finding.lead}`),
    handlerId: claimed ? id(`person:${handler.key}`) : null,
    reportedBySource: recorded,
    ...spanOf(body, action.text),
    importId,
    importOrdinal: importId ? ordinal : null,
    updatedByName: claimed ? handler.name : null,
  });
  if (!claimed || !progress) return;
  const update = { actionId, text: progress, state: action.state, byName: handler.name };
  rows.updates.push({ id: id(`update:${actionId}`), ...update, at: at(doneDay ?? '2026-11-09', '17:10') });
}
