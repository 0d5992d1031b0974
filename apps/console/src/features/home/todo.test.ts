import i18next from 'i18next';
import { expect, it } from 'vitest';
import { todosOf } from './todo.ts';

type Fields = {
  seq: number;
  state?: string;
  viewerCan?: string[];
  missing?: { code: string; subject?: string }[];
  returned?: boolean;
  urgency?: string;
  daysLeft?: number | null;
};

/** A finding as the server would send it to the department. */
function finding({ seq, state = 'RECTIFYING', viewerCan = [], missing = [], returned, urgency, daysLeft }: Fields) {
  return {
    id: `fnd_${seq}`,
    seq,
    title: `问题 ${seq}`,
    state,
    viewerCan,
    transitions: [{ verb: 'submit', allowed: missing.length === 0, reason: 'MISSING', missing }],
    returned: returned ? { at: '2026-11-16T08:20:00Z', byName: '柏舟', reason: '请补票据' } : null,
    deadline: { dueOn: '2026-12-01', daysLeft: daysLeft ?? null, urgency: urgency ?? 'ON_TIME' },
    handler: null,
  };
}

const todos = (...findings: ReturnType<typeof finding>[]) => todosOf(i18next.t, findings as never);

it('puts the worst first: overdue, returned, due soon, to be claimed, without evidence', () => {
  const evidence = { viewerCan: ['addEvidence'], missing: [{ code: 'EVIDENCE_PRESENT', subject: '2' }] };
  const rows = todos(
    finding({ seq: 1, ...evidence }),
    finding({ seq: 2, viewerCan: ['claim'], state: 'UNCLAIMED' }),
    finding({ seq: 3, ...evidence, urgency: 'YELLOW', daysLeft: 5 }),
    finding({ seq: 4, viewerCan: ['updateProgress'], returned: true }),
    finding({ seq: 5, ...evidence, urgency: 'OVERDUE', daysLeft: -2 }),
  );
  expect(rows.map((row) => row.finding.seq)).toEqual([5, 4, 3, 2, 1]);
  expect(rows.map((row) => row.words)).toEqual(['逾期 2 天', '被退回', '还剩 5 天', '待认领', '缺佐证']);
});

it('leads to the action that is missing its evidence', () => {
  const [row] = todos(
    finding({ seq: 1, viewerCan: ['addEvidence'], missing: [{ code: 'EVIDENCE_PRESENT', subject: '4' }] }),
  );
  expect(row).toMatchObject({ verb: 'evidence', hash: 'action-4' });
});

it('asks for nothing that the server does not allow', () => {
  expect(todos(finding({ seq: 1, viewerCan: [], missing: [{ code: 'ACTION_NOT_SETTLED', subject: '1' }] }))).toEqual(
    [],
  );
});

it('offers to submit once nothing is missing', () => {
  expect(todos(finding({ seq: 1, viewerCan: ['updateProgress', 'submit'] }))[0]).toMatchObject({ verb: 'submit' });
});
