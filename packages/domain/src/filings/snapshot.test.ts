import { expect, test } from 'vitest';
import { compareFilings, SNAPSHOT_SCHEMA, type FiledFinding, type FilingSnapshot } from './snapshot.ts';

const finding = (seq: number, change: Partial<FiledFinding> = {}): FiledFinding => ({
  refNo: `2026-2-甲-${seq}`,
  seq,
  aspect: '作风',
  title: `问题${seq}`,
  description: null,
  points: [{ ordinal: 1, text: '一', outcome: null }],
  remediationType: 'STAGED',
  target: null,
  leader: '书记',
  leadDepartment: '办公室',
  supportingDepartments: ['财务部', '人事部'],
  person: null,
  deadline: '2026-12-18',
  dueOn: '2026-12-18',
  actions: [
    {
      ordinal: 1,
      text: '清退',
      state: 'IN_PROGRESS',
      department: null,
      person: null,
      deadline: null,
      progress: null,
      evidence: null,
    },
    {
      ordinal: 2,
      text: '建制',
      state: 'PLANNED',
      department: null,
      person: null,
      deadline: null,
      progress: null,
      evidence: null,
    },
  ],
  state: 'RECTIFYING',
  result: null,
  resultText: null,
  effect: null,
  statedFen: '829400',
  recoveredFen: null,
  closedOn: null,
  remark: null,
  ...change,
});

const snapshot = (findings: FiledFinding[], change: Partial<FilingSnapshot> = {}): FilingSnapshot => ({
  schema: SNAPSHOT_SCHEMA,
  kind: 'PERIODIC',
  planKind: 'MAIN',
  number: 1,
  takenAt: '2026-09-18T01:00:00.000Z',
  asOf: '2026-09-18',
  body: '甲',
  creditCode: null,
  round: '第二轮',
  team: null,
  feedbackOn: '2026-06-18',
  figures: {
    findings: findings.length,
    closed: 0,
    overdue: 0,
    completed: 0,
    basisPoints: 0,
    formula: '',
    actions: 2,
    settledActions: 0,
    byState: [{ state: 'RECTIFYING', count: findings.length }],
    byResult: [],
    balance: { dueFen: '0', recoveredFen: '0', waivedFen: '0', outstandingFen: '0' },
    recovered: [],
  },
  findings,
  report: '报告',
  ...change,
});

test('the same twice: nothing changed', () => {
  const one = snapshot([finding(1), finding(2)]);
  expect(compareFilings(one, structuredClone(one))).toEqual({ figures: [], findings: [], reportChanged: false });
});

test('findings by their number: added, removed, changed field by field; actions by their ordinal', () => {
  const before = snapshot([finding(1), finding(2)]);
  const [first, second] = finding(2).actions;
  const after = snapshot(
    [
      finding(3),
      finding(2, {
        result: 'COMPLETED',
        supportingDepartments: ['财务部'],
        actions: [second!, { ...first!, progress: '已清退8294元', state: 'DONE' }],
      }),
    ],
    { report: '报告二' },
  );
  expect(compareFilings(before, after)).toEqual({
    figures: [],
    findings: [
      { refNo: '2026-2-甲-1', title: '问题1', kind: 'REMOVED', changes: [] },
      {
        refNo: '2026-2-甲-2',
        title: '问题2',
        kind: 'CHANGED',
        changes: [
          { field: 'supportingDepartments.2', before: '人事部', after: null },
          { field: 'actions.1.state', before: 'IN_PROGRESS', after: 'DONE' },
          { field: 'actions.1.progress', before: null, after: '已清退8294元' },
          { field: 'result', before: null, after: 'COMPLETED' },
        ],
      },
      { refNo: '2026-2-甲-3', title: '问题3', kind: 'ADDED', changes: [] },
    ],
    reportChanged: true,
  });
});

test('figures are compared by what they count', () => {
  const before = snapshot([finding(1)]);
  const after = structuredClone(before);
  after.figures.byState = [
    { state: 'CLOSED', count: 1 },
    { state: 'RECTIFYING', count: 0 },
  ];
  expect(compareFilings(before, after).figures).toEqual([
    { field: 'byState.RECTIFYING.count', before: '1', after: '0' },
    { field: 'byState.CLOSED.state', before: null, after: 'CLOSED' },
    { field: 'byState.CLOSED.count', before: null, after: '1' },
  ]);
});
