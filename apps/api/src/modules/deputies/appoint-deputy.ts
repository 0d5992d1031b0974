import {
  canInBody,
  demandAppointment,
  DEPUTISED_ROLES,
  invalid,
  LIMITS,
  notFound,
  readPeriod,
  shanghaiDay,
  type Absence,
  type DeputisedRole,
  type Role,
} from '@closeout/domain';
import type { Context } from '../../graphql/context.ts';
import { uuidOf } from '../../read/ids.ts';
import { inTransaction, type Transaction } from '../audit/in-transaction.ts';
import { lockBody } from '../bodies/change-body.ts';
import { fromDate, toDate } from '../day.ts';
import { requireText } from '../text.ts';
import type { AppointDeputyInput } from './deputy.inputs.ts';

interface Office {
  grantId: string;
  role: DeputisedRole;
  bodyId: string;
  personId: string;
}

/** A grant in force that the viewer may name a deputy for: his own, or as secretary one of his body; any other is absent. */
async function officeOf(ctx: Context, tx: Transaction, grantId: string): Promise<Office> {
  const today = toDate(shanghaiDay(ctx.now()));
  const grant = await tx.roleGrant.findFirst({
    where: {
      id: grantId,
      revokedAt: null,
      fromOn: { lte: today },
      OR: [{ toOn: null }, { toOn: { gte: today } }],
      role: { in: [...DEPUTISED_ROLES] },
    },
    include: { account: true, department: true, post: true },
  });
  const bodyId = grant?.bodyId ?? grant?.department?.bodyId ?? grant?.post?.bodyId;
  if (grant === null || bodyId === undefined || !canInBody(ctx.viewer, 'appointDeputy', bodyId))
    throw notFound('the role');
  const { personId } = grant.account;
  if (personId !== ctx.viewer.personId && !canInBody(ctx.viewer, 'confirmDeputy', bodyId)) throw notFound('the role');
  return { grantId, role: grant.role as DeputisedRole, bodyId, personId };
}

/** The roles that a person of the body, who can sign in, holds there today. */
async function rolesOf(ctx: Context, tx: Transaction, bodyId: string, personId: string): Promise<Role[]> {
  const today = toDate(shanghaiDay(ctx.now()));
  const person = await tx.person.findFirst({
    where: { id: personId, bodyId, active: true, account: { active: true } },
    include: {
      account: {
        include: {
          grants: {
            where: { revokedAt: null, fromOn: { lte: today }, OR: [{ toOn: null }, { toOn: { gte: today } }] },
          },
        },
      },
    },
  });
  if (person === null)
    throw invalid('deputyId', 'signoff.deputyPerson', 'deputyId names nobody of this body who can sign in');
  return person.account?.grants.map((grant) => grant.role) ?? [];
}

/** Deputations of the body that wait or stand and are not over. */
async function standingOf(tx: Transaction, bodyId: string, today: string): Promise<Absence[]> {
  const rows = await tx.deputation.findMany({
    where: { bodyId, state: { in: ['PROPOSED', 'CONFIRMED'] }, toOn: { gte: toDate(today) } },
  });
  return rows.map((row) => ({ ...row, fromOn: fromDate(row.fromOn) ?? '', toOn: fromDate(row.toOn) ?? '' }));
}

/** Appoints a deputy for a role of the viewer, or by the secretary for one of his body; it waits for its confirmation. */
export async function appointDeputy(ctx: Context, input: AppointDeputyInput): Promise<string> {
  const grantId = uuidOf(input.grantId, 'grt', 'the role');
  const deputyId = uuidOf(input.deputyId, 'psn', 'the person');
  const reason = requireText(input.reason, 'reason', LIMITS.reason);
  const today = shanghaiDay(ctx.now());
  return inTransaction(ctx, async (tx) => {
    const office = await officeOf(ctx, tx, grantId);
    await lockBody(tx, office.bodyId); // two appointments of a body at once would not see each other's time
    const { fromOn, toOn } = readPeriod(input.fromOn, input.toOn, today);
    demandAppointment({
      principalId: office.personId,
      deputyId,
      fromOn,
      toOn,
      role: office.role,
      deputyRoles: await rolesOf(ctx, tx, office.bodyId, deputyId),
      standing: await standingOf(tx, office.bodyId, today),
    });
    const { id } = await tx.deputation.create({
      data: {
        bodyId: office.bodyId,
        grantId,
        principalId: office.personId,
        deputyId,
        fromOn: toDate(fromOn),
        toOn: toDate(toOn),
        reason,
        appointedById: ctx.viewer.personId as string,
        appointedByName: ctx.viewer.name,
        appointedBySecretary: canInBody(ctx.viewer, 'confirmDeputy', office.bodyId),
        appointedAt: ctx.now(),
      },
    });
    return {
      value: id,
      events: [
        {
          verb: 'appointDeputy',
          recordType: 'Deputation',
          recordId: id,
          bodyId: office.bodyId,
          after: { role: office.role, principalId: office.personId, deputyId, fromOn, toOn },
          reason,
        },
      ],
    };
  });
}
