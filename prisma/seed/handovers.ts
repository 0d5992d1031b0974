import { addDays } from '@closeout/domain';
import { at } from './days.ts';
import { audit, personOf } from './stage.ts';
import type { Stage } from './stage.ts';

const BODY = 'qiaoqing';

/** 交接: a handler changes to another office next week; his successor works in the same department, and both have yet to acknowledge. */
export function seedHandover(stage: Stage): void {
  const { rows, id, today } = stage;
  const by = personOf('ji');
  const startedAt = at(addDays(today, -1), '15:00');
  const reason = '下周调机关党委工作，经办事项移交宋珺。';
  const handoverId = id('handover:qin');
  rows.handovers.push({
    id: handoverId,
    bodyId: id(`body:${BODY}`),
    postId: id('post:qin'),
    outgoingId: id('person:qin'),
    incomingId: id('person:song'),
    reason,
    startedByName: by.name,
    startedAt,
  });
  audit(stage, { at: startedAt, body: BODY, by, verb: 'startHandover', type: 'Handover', id: handoverId, reason });
}
