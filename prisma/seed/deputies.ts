import { addDays, type Day } from '@closeout/domain';
import { at, dateOf } from './days.ts';
import { audit, personOf, secretaryOf } from './stage.ts';
import type { Stage } from './stage.ts';

const BODY = 'qiaoqing';

/** 代签: a head is away and a colleague signs for him; a leader's request for next week waits for the secretary. */
export function seedDeputies(stage: Stage): void {
  const { today } = stage;
  seedDeputation(stage, 'luo', 'song', [addDays(today, -2), addDays(today, 6)], '到市委党校参加为期一周的培训。', true);
  seedDeputation(stage, 'xu', 'wu', [addDays(today, 3), addDays(today, 9)], '赴外地招商推介，一周内不在岗。', false);
}

function seedDeputation(
  stage: Stage,
  principal: string,
  deputy: string,
  [fromOn, toOn]: [Day, Day],
  reason: string,
  confirmed: boolean,
): void {
  const { rows, id, today } = stage;
  const by = personOf(principal);
  const secretary = secretaryOf(BODY);
  const deputationId = id(`deputation:${principal}`);
  const appointedAt = at(addDays(today, -3), '16:30');
  const decidedAt = at(addDays(today, -3), '17:10');
  rows.deputations.push({
    id: deputationId,
    bodyId: id(`body:${BODY}`),
    grantId: id(`grant:${principal}`),
    principalId: id(`person:${principal}`),
    deputyId: id(`person:${deputy}`),
    fromOn: dateOf(fromOn),
    toOn: dateOf(toOn),
    reason,
    appointedById: id(`person:${principal}`),
    appointedByName: by.name,
    appointedBySecretary: false,
    appointedAt,
    ...(confirmed ? { state: 'CONFIRMED', decidedByName: secretary.name, decidedAt, version: 2 } : {}),
  });
  const event = { body: BODY, type: 'Deputation', id: deputationId };
  audit(stage, { ...event, at: appointedAt, by, verb: 'appointDeputy', after: { fromOn, toOn }, reason });
  if (confirmed)
    audit(stage, { ...event, at: decidedAt, by: secretary, verb: 'confirmDeputy', after: { state: 'CONFIRMED' } });
}
