import { createHash } from 'node:crypto';
import {
  addDays,
  DEFAULT_OFFSETS,
  filingsDue,
  PUBLISHED_CALENDAR,
  type Day,
  type FilingKind,
  type FilingSnapshot,
} from '@closeout/domain';
import { days } from './content/bodies.ts';
import type { BodyKey } from './content/types.ts';
import { at, dateOf } from './days.ts';
import { filedLedger } from './filed-ledger.ts';
import { audit, clerkOf, personOf, secretaryOf } from './stage.ts';
import type { Stage } from './stage.ts';

const OFFICER = 'chang';
const RETURN_PLAN = '第9、15号问题的整改目标没有量化，第28号问题未列明清退时限，请补充后重新报送。';
const RETURN_REPORT = '第3、7号问题只写了会议部署，没有写明实际进展，请按台账逐条补充。';

/** What the bodies filed: a plan returned once, reports in time and late, one that waits for the secretary. */
export function seedFilings(stage: Stage): void {
  const vague = { target: null, deadline: null };
  seedFiling(stage, 'qiaoqing', 'PLAN', 1, [
    {
      snapshot: filedLedger('qiaoqing', { kind: 'PLAN', number: 1 }, '2026-07-07', stage.today, (one) =>
        [9, 15, 28].includes(one.seq) ? { ...one, ...vague } : one,
      ),
      filedOn: '2026-07-08',
      decided: { state: 'RETURNED', on: '2026-07-13', opinion: RETURN_PLAN },
    },
    {
      snapshot: filedLedger('qiaoqing', { kind: 'PLAN', number: 1 }, '2026-07-14', stage.today),
      filedOn: '2026-07-15',
      receivedOn: '2026-07-15',
      decided: { state: 'ACCEPTED', on: days.planAccepted, opinion: '方案目标明确、责任到人，同意实施。' },
    },
  ]);
  seedFiling(stage, 'qiaoqing', 'PERIODIC', 1, [
    {
      snapshot: filedLedger('qiaoqing', { kind: 'PERIODIC', number: 1 }, '2026-09-16', stage.today),
      filedOn: '2026-09-17',
      receivedOn: '2026-09-18',
    },
  ]);
  const yesterday = addDays(stage.today, -1);
  seedFiling(stage, 'qiaoqing', 'PERIODIC', 2, [
    { snapshot: filedLedger('qiaoqing', { kind: 'PERIODIC', number: 2 }, yesterday, stage.today) },
  ]);
  seedFiling(stage, 'yuanlin', 'PLAN', 1, [
    {
      snapshot: filedLedger('yuanlin', { kind: 'PLAN', number: 1 }, '2026-07-13', stage.today),
      filedOn: '2026-07-14',
      decided: { state: 'ACCEPTED', on: days.planAccepted, opinion: null },
    },
  ]);
  seedFiling(stage, 'yuanlin', 'PERIODIC', 1, [
    {
      snapshot: filedLedger('yuanlin', { kind: 'PERIODIC', number: 1 }, '2026-09-21', stage.today),
      filedOn: '2026-09-22',
      receivedOn: '2026-09-22',
      decided: { state: 'RETURNED', on: '2026-09-25', opinion: RETURN_REPORT },
    },
  ]);
}

interface DemoVersion {
  snapshot: FilingSnapshot;
  filedOn?: Day;
  receivedOn?: Day;
  decided?: { state: 'RETURNED' | 'ACCEPTED'; on: Day; opinion: string | null };
}

function seedFiling(stage: Stage, body: BodyKey, kind: FilingKind, number: number, versions: DemoVersion[]): void {
  const { rows, id } = stage;
  const filingId = id(`filing:${body}:${kind}:${number}`);
  const due = filingsDue(days.feedback, DEFAULT_OFFSETS, PUBLISHED_CALENDAR).find(
    (one) => one.kind === kind && one.number === number,
  )!;
  rows.filings.push({
    id: filingId,
    inspectionId: id(`inspection:${body}`),
    bodyId: id(`body:${body}`),
    kind,
    number,
    dueOn: dateOf(due.dueOn),
    dueAmount: due.amount,
    dueUnit: due.unit,
    dueFrom: dateOf(due.from),
    version: versions.length * 2,
    createdAt: at(versions[0]!.snapshot.asOf, '09:00'),
  });
  versions.forEach((version, index) => seedVersion(stage, body, filingId, version, index + 1));
}

function seedVersion(stage: Stage, body: BodyKey, filingId: string, version: DemoVersion, number: number): void {
  const { snapshot, filedOn, receivedOn, decided } = version;
  const content = JSON.stringify(snapshot);
  const sha256 = createHash('sha256').update(content, 'utf8').digest('hex');
  const [clerk, secretary, officer] = [clerkOf(body), secretaryOf(body), personOf(OFFICER)];
  stage.rows.filingVersions.push({
    id: stage.id(`filing-version:${filingId}:${number}`),
    filingId,
    bodyId: stage.id(`body:${body}`),
    number: filedOn ? number : null,
    state: decided?.state ?? (receivedOn ? 'RECEIVED' : filedOn ? 'FILED' : 'PREPARED'),
    asOf: dateOf(snapshot.asOf),
    takenAt: new Date(snapshot.takenAt),
    schema: snapshot.schema,
    content,
    sha256,
    preparedByName: clerk.name,
    preparedByPost: clerk.post,
    preparedAt: at(snapshot.asOf, '09:00'),
    ...(filedOn && { filedByName: secretary.name, filedByPost: secretary.post, filedAt: at(filedOn, '10:20') }),
    ...(receivedOn && { receivedByName: officer.name, receivedAt: at(receivedOn, '15:30') }),
    ...(decided && { decidedByName: officer.name, decidedAt: at(decided.on, '16:00'), opinion: decided.opinion }),
  });
  const entry = { body, type: 'Filing', id: filingId };
  audit(stage, { ...entry, at: at(snapshot.asOf, '09:00'), by: clerk, verb: 'prepareFiling', after: { sha256 } });
  if (filedOn)
    audit(stage, { ...entry, at: at(filedOn, '10:20'), by: secretary, verb: 'fileFiling', after: { number } });
  if (!decided) return;
  audit(stage, {
    ...entry,
    at: at(decided.on, '16:00'),
    by: officer,
    verb: decided.state === 'RETURNED' ? 'returnFiling' : 'acceptFiling',
    after: { number },
    ...(decided.opinion === null ? {} : { reason: decided.opinion }),
  });
}
