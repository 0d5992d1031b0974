import type { Prisma } from '@closeout/prisma/client';
import { plain, type Transaction } from '../../audit/in-transaction.ts';
import type { Created } from './add-rows.ts';

/** Columns that a table changes, directly or by what follows from it (another leader is confirmed anew, a class moves the deadline). */
const FINDING = {
  title: true,
  description: true,
  acceptanceCriterion: true,
  effect: true,
  remark: true,
  remediationType: true,
  leaderPostId: true,
  leaderConfirmedAt: true,
  leadDepartmentId: true,
  handlerId: true,
  dueOn: true,
  dueKind: true,
  dueText: true,
  dueRule: true,
  dueAmount: true,
  dueUnit: true,
  dueFrom: true,
} as const satisfies Prisma.FindingSelect;
const ACTION = {
  text: true,
  reportedBySource: true,
  departmentId: true,
  handlerId: true,
  dueOn: true,
  dueText: true,
  progress: true,
  state: true,
  doneOn: true,
  dropReason: true,
} as const satisfies Prisma.ActionSelect;
const POINT = { id: true, ordinal: true, text: true } as const satisfies Prisma.FindingPointSelect;

const SELECT = {
  id: true,
  ...FINDING,
  supportingDepartments: { select: { departmentId: true } },
  points: { select: POINT, orderBy: { ordinal: 'asc' } },
  effects: { select: { id: true } },
  actions: { select: { id: true, ...ACTION, updates: { select: { id: true } } } },
} as const satisfies Prisma.FindingSelect;

/** A finding with its actions as a table found it. */
export type FindingState = Prisma.FindingGetPayload<{ select: typeof SELECT }>;

/** What a committed table leaves for taking it back. */
export interface Applied {
  before: FindingState[];
  created: Created;
  /** Every record of the changed findings with its version after the commit: whoever works on one makes it another. */
  versions: { id: string; version: number }[];
}

/** These findings with their actions as they stand. */
export const stateBefore = (tx: Transaction, ids: readonly string[]): Promise<FindingState[]> =>
  tx.finding.findMany({ where: { id: { in: [...ids] } }, select: SELECT });

async function versionsOf(tx: Transaction, ids: readonly string[]): Promise<Applied['versions']> {
  const select = { id: true, version: true } as const;
  const findings = await tx.finding.findMany({ where: { id: { in: [...ids] } }, select });
  return [...findings, ...(await tx.action.findMany({ where: { findingId: { in: [...ids] } }, select }))];
}

export const stateAfter = async (tx: Transaction, before: FindingState[], created: Created): Promise<Applied> => ({
  before,
  created,
  versions: await versionsOf(tx, [...before.map(({ id }) => id), ...created.findings]),
});

/** Points as they were: words and order of those that are there, those that went, without those that came. */
async function restorePoints(tx: Transaction, findingId: string, points: FindingState['points']): Promise<void> {
  const present = await tx.findingPoint.findMany({ where: { findingId }, select: POINT, orderBy: { ordinal: 'asc' } });
  if (JSON.stringify(present) === JSON.stringify(points)) return;
  await tx.findingPoint.deleteMany({ where: { findingId, id: { notIn: points.map(({ id }) => id) } } });
  // Ordinals are unique: move them out of the way before they are given anew.
  await tx.$executeRaw`UPDATE finding_point SET ordinal = ordinal + 100000 WHERE finding_id = ${findingId}::uuid`;
  for (const { id, ...point } of points)
    await tx.findingPoint.upsert({
      where: { id },
      create: { id, findingId, ...point },
      update: { ...point, version: { increment: 1 } },
    });
}

async function restoreActions(tx: Transaction, finding: FindingState, stamp: object): Promise<void> {
  const present = await tx.action.findMany({ where: { findingId: finding.id }, select: { id: true, ...ACTION } });
  const now = new Map(present.map((action) => [action.id, JSON.stringify(plain(action))]));
  for (const { updates, ...action } of finding.actions) {
    await tx.progressUpdate.deleteMany({ where: { actionId: action.id, id: { notIn: updates.map(({ id }) => id) } } });
    if (now.get(action.id) === JSON.stringify(action)) continue;
    const { id, ...columns } = action;
    await tx.action.update({ where: { id }, data: { ...columns, version: { increment: 1 }, ...stamp } });
  }
}

/** Writes back what the table found. The caller has made sure that nobody has worked on it since. */
export async function restore(
  tx: Transaction,
  applied: Applied,
  stamp: { updatedByName: string; updatedAt: Date },
): Promise<void> {
  await tx.action.deleteMany({ where: { id: { in: applied.created.actions } } });
  await tx.finding.deleteMany({ where: { id: { in: applied.created.findings } } });
  for (const finding of applied.before) {
    const { id, actions: _, points, effects, supportingDepartments, ...columns } = finding;
    await restoreActions(tx, finding, stamp);
    await restorePoints(tx, id, points);
    await tx.effectVersion.deleteMany({ where: { findingId: id, id: { notIn: effects.map((one) => one.id) } } });
    await tx.findingDepartment.deleteMany({ where: { findingId: id } });
    await tx.findingDepartment.createMany({ data: supportingDepartments.map((one) => ({ findingId: id, ...one })) });
    await tx.finding.update({ where: { id }, data: { ...columns, version: { increment: 1 }, ...stamp } });
  }
}
