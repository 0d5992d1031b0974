import { createHash } from 'node:crypto';
import { addDays, drawSample, type Day } from '@closeout/domain';
import { bodies, round } from './content/bodies.ts';
import { findings } from './content/findings.ts';
import { at, dateOf } from './days.ts';
import { audit, headOf, personOf } from './stage.ts';
import type { Stage } from './stage.ts';

const BODY = 'qiaoqing';
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const refNo = (no: number): string =>
  `${round.year}-${round.number}-${bodies.find((one) => one.key === BODY)!.shortName}-${no}`;

/** What happens beside the chain and after it: a request for more time, an opinion, a repetition, a re-check. */
export function seedAfterwards(stage: Stage): void {
  seedExtension(stage, 9, addDays(stage.today, -2));
  seedOpinion(stage, 28, addDays(stage.today, -3));
  seedRepeat(stage, 23);
  seedRecheck(stage, addDays(stage.today, -5));
}

function seedExtension(stage: Stage, no: number, day: Day): void {
  const { rows, id } = stage;
  const finding = findings[BODY].find((one) => one.no === no)!;
  const row = rows.findings.find((one) => one.id === id(`finding:${BODY}:${no}`))!;
  const head = headOf(BODY, finding.lead);
  const fromDueOn = row.dueOn as Date;
  const requestedAt = at(day, '15:10');
  const reason = '联系会员名册要与民政部门核对，对方的回函预计下月初才到，申请顺延一个半月。';
  rows.extensions.push({
    id: id(`extension:${BODY}:${no}`),
    findingId: row.id as string,
    bodyId: id(`body:${BODY}`),
    cycle: 1,
    number: 1,
    reason,
    fromDueOn,
    toDueOn: dateOf(addDays(fromDueOn.toISOString().slice(0, 10), 45)),
    approver: 'SECRETARY',
    requestedById: id(`person:${head.key}`),
    requestedByName: head.name,
    requestedByPost: head.post,
    requestedAt,
  });
  const after = { extension: 1 };
  audit(stage, {
    at: requestedAt,
    body: BODY,
    by: head,
    verb: 'requestExtension',
    type: 'Finding',
    id: row.id as string,
    after,
    reason,
  });
}

function seedOpinion(stage: Stage, no: number, day: Day): void {
  const by = personOf('fang');
  const findingId = stage.id(`finding:${BODY}:${no}`);
  const text = '退款凭证与名单逐人核对一致，无异议。';
  const given = at(day, '10:40');
  stage.rows.opinions.push({
    id: stage.id(`opinion:${BODY}:${no}`),
    findingId,
    cycle: 1,
    kind: 'NO_OBJECTION',
    text,
    byId: stage.id(`person:${by.key}`),
    byName: by.name,
    byPost: by.post,
    at: given,
  });
  audit(stage, {
    at: given,
    body: BODY,
    by,
    verb: 'giveOpinion',
    type: 'Finding',
    id: findingId,
    after: { opinion: 'NO_OBJECTION' },
    reason: text,
  });
}

function seedRepeat(stage: Stage, no: number): void {
  stage.rows.repeats.push({
    id: stage.id(`repeat:${BODY}:${no}`),
    findingId: stage.id(`finding:${BODY}:${no}`),
    bodyId: stage.id(`body:${BODY}`),
    kind: 'ACROSS_ROUNDS',
    earlierText: '2022 年市审计局财务收支审计报告第 6 条',
    notedByName: personOf('gu').name,
    notedAt: at('2026-07-02', '11:20'),
  });
}

function seedRecheck(stage: Stage, day: Day): void {
  const { rows, id } = stage;
  const by = personOf('fang');
  const closed = findings[BODY].filter((one) => one.state === 'CLOSED' && one.signedOn!.at(-1)! < day).map(
    (one) => one.no,
  );
  const population = closed.map(refNo);
  const draw = { seed: '0618-27', drawnOn: day, size: 3 };
  const sample = drawSample(population, draw, sha256);
  const drawId = id(`draw:${BODY}`);
  const drawnAt = at(day, '09:30');
  rows.draws.push({
    id: drawId,
    inspectionId: id(`inspection:${BODY}`),
    bodyId: id(`body:${BODY}`),
    seed: draw.seed,
    drawnOn: dateOf(day),
    size: draw.size,
    population,
    drawnByName: by.name,
    drawnForId: id('body:discipline-group'),
    drawnAt,
  });
  for (const [index, number] of sample.entries()) seedCheck(stage, day, index, closed[population.indexOf(number)]!);
  audit(stage, {
    at: drawnAt,
    body: BODY,
    by,
    verb: 'drawRecheck',
    type: 'RecheckDraw',
    id: drawId,
    after: { ...draw, sample },
  });
}

/** The first of the sample has been checked, the others wait. */
function seedCheck(stage: Stage, day: Day, index: number, no: number): void {
  const { rows, id } = stage;
  const checked = {
    outcome: 'PASSED' as const,
    note: '查看原件与系统一致。',
    checkedByName: personOf('fang').name,
    checkedAt: at(addDays(day, 1), '16:00'),
    version: 2,
  };
  rows.rechecks.push({
    id: id(`recheck:${BODY}:${index}`),
    drawId: id(`draw:${BODY}`),
    bodyId: id(`body:${BODY}`),
    findingId: id(`finding:${BODY}:${no}`),
    ordinal: index + 1,
    ...(index === 0 ? checked : {}),
  });
}
