import { DomainError, GRANT_TARGETS, type Role } from '@closeout/domain';
import { readDirectoryWorkbook, type DirectoryPerson } from '@closeout/documents';
import type { Context } from '../../graphql/context.ts';
import { encodeId } from '../../read/ids.ts';
import type { GrantRoleInput } from '../access/account.inputs.ts';
import { demandEverywhere } from '../access/change-account.ts';
import { grantInTransaction } from '../access/grant-role.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { knownPlaces, type Places } from './directory-places.ts';
import { demandNoErrors, fromReader, ListRefused, refusedRow, type Remark } from './directory-remarks.ts';
import { PEOPLE_SHEET } from './import-directory.ts';

const WORDS: Record<string, string> = {
  'access.ownGrant': '不能给自己授权。',
  'access.adminsApart': '三员分立：系统、安全、审计管理员互不兼任，也不兼任业务角色。',
  'access.grantBodyKind': '这一角色不属于该类单位。',
  'access.grantBody': '此人不在该单位工作。',
  'access.leadershipPost': '分管领导须担任班子成员职务。',
};

const noScope = (row: number, role: Role, what: string): Remark =>
  refusedRow(PEOPLE_SHEET, row, 'GRANT_SCOPE', role, `角色需要写明${what}，且该${what}须已建立。`);

/** What a role of a row is bound to, or what the row lacks. */
function scopeOf(
  places: Places,
  person: DirectoryPerson,
  role: Role,
): Omit<GrantRoleInput, 'accountId' | 'role'> | Remark {
  const bodyId = places.body(person.body);
  const departmentId = person.department === null ? undefined : places.department(person.body, person.department);
  const postId = person.post === null ? undefined : places.post(person.body, person.post);
  switch (GRANT_TARGETS[role]) {
    case 'DEPARTMENT':
      return departmentId === undefined
        ? noScope(person.row, role, '部门')
        : { departmentId: encodeId('dep', departmentId) };
    case 'POST':
      return postId === undefined ? noScope(person.row, role, '职务') : { postId: encodeId('pst', postId) };
    case 'BODY':
      return bodyId === undefined ? noScope(person.row, role, '单位') : { bodyId: encodeId('bdy', bodyId) };
    case 'INSTALLATION':
      return {};
  }
}

/** One role of one row; a role that is held already is no mistake. */
async function grantRow(
  ctx: Context,
  tx: Transaction,
  places: Places,
  person: DirectoryPerson,
  role: Role,
): Promise<AuditEntry | Remark | null> {
  const account = await tx.account.findUnique({ where: { login: person.login } });
  if (account === null)
    return refusedRow(
      PEOPLE_SHEET,
      person.row,
      'LOGIN_UNKNOWN',
      person.login,
      `没有账号“${person.login}”，请系统管理员先导入名单。`,
    );
  const scope = scopeOf(places, person, role);
  if ('message' in scope) return scope;
  try {
    return await grantInTransaction(ctx, tx, { accountId: encodeId('acc', account.id), role, ...scope });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const [refusal] = error.refusals;
    if (refusal?.rule === 'access.grantHeld') return null;
    return refusedRow(
      PEOPLE_SHEET,
      person.row,
      refusal?.code ?? 'INVALID',
      role,
      WORDS[refusal?.rule ?? ''] ?? error.message,
    );
  }
}

/**
 * Gives the roles of a list whose accounts exist, all or none. The system administrator makes the accounts from a list, the
 * security administrator gives the roles from the same list: neither of them alone lets anybody in.
 */
export async function importGrants(ctx: Context, bytes: Uint8Array): Promise<{ granted: number }> {
  demandEverywhere(ctx.viewer, 'manageGrants');
  const workbook = await readDirectoryWorkbook(bytes);
  demandNoErrors(fromReader(workbook.rowErrors));
  return inTransaction(ctx, async (tx) => {
    const places = await knownPlaces(tx);
    const events: AuditEntry[] = [];
    const remarks: Remark[] = [];
    for (const person of workbook.people)
      for (const role of person.roles) {
        const outcome = await grantRow(ctx, tx, places, person, role);
        if (outcome === null) continue;
        if ('verb' in outcome) events.push(outcome);
        else remarks.push(outcome);
      }
    if (remarks.length > 0) throw new ListRefused(remarks);
    const summary: AuditEntry = {
      verb: 'importGrants',
      recordType: 'RoleGrant',
      recordId: null,
      bodyId: null,
      after: { granted: events.length },
    };
    return { value: { granted: events.length }, events: [summary, ...events] };
  });
}
