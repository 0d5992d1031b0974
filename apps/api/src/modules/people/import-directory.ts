import { DomainError, shanghaiDay } from '@closeout/domain';
import { readDirectoryWorkbook, type DirectoryPerson, type DirectoryWorkbook } from '@closeout/documents';
import type { Context } from '../../graphql/context.ts';
import { hashPassword, oneTimePassword } from '../access/password-hash.ts';
import { inTransaction, type AuditEntry, type Transaction } from '../audit/in-transaction.ts';
import { demandDirectory } from '../bodies/change-body.ts';
import { toDate } from '../day.ts';
import { placesFor, type Places } from './directory-places.ts';
import { demandNoErrors, fromReader, refusedRow, type Remark } from './directory-remarks.ts';
import { leftBehind } from './handled-items.ts';

const MAX_PEOPLE = 1_000;
export const PEOPLE_SHEET = '人员（账号）';

export interface NewAccount {
  row: number;
  name: string;
  login: string;
  /** Shown this once; to be changed at the first sign-in. */
  oneTimePassword: string;
}

export interface ImportedDirectory {
  bodies: number;
  departments: number;
  posts: number;
  accounts: NewAccount[];
  warnings: Remark[];
}

/** Logins that are taken, in the ledger or earlier in the list. */
async function takenLogins(tx: Transaction, people: readonly DirectoryPerson[]): Promise<Remark[]> {
  const known = await tx.account.findMany({
    where: { login: { in: people.map((person) => person.login) } },
    select: { login: true },
  });
  const seen = new Set(known.map((account) => account.login));
  return people.flatMap(({ row, login }) => {
    if (seen.has(login))
      return [refusedRow(PEOPLE_SHEET, row, 'LOGIN_TAKEN', login, `账号“${login}”已被使用，请换一个。`)];
    seen.add(login);
    return [];
  });
}

/** Gives a person of the list the named post, if nobody holds it. */
async function holdPost(
  tx: Transaction,
  places: Places,
  person: DirectoryPerson & { id: string },
  today: Date,
): Promise<Remark[]> {
  if (person.post === null) return [];
  const postId = places.post(person.body, person.post);
  if (postId === undefined)
    return [
      refusedRow(
        PEOPLE_SHEET,
        person.row,
        'POST_UNKNOWN',
        person.post,
        `没有名为“${person.post}”的职务，请先在“职务”表中列出。`,
      ),
    ];
  const held = await tx.postHolding.findFirst({ where: { postId, toOn: null }, include: { person: true } });
  if (held !== null)
    return [
      refusedRow(
        PEOPLE_SHEET,
        person.row,
        'POST_HELD',
        person.post,
        `职务“${person.post}”已由${held.person.name}担任；一个职务只能由一人担任，请分别命名或先办理交接。`,
      ),
    ];
  const { bodyId } = await tx.post.findUniqueOrThrow({ where: { id: postId } });
  const left = await leftBehind(tx, { id: postId, bodyId }, person.id);
  if (left > 0)
    return [
      refusedRow(
        PEOPLE_SHEET,
        person.row,
        'POST_HELD',
        person.post,
        `职务“${person.post}”的前任还经办着${left}件未办结的事项，请先办理交接。`,
      ),
    ];
  await tx.postHolding.create({ data: { postId, personId: person.id, fromOn: today } });
  return [];
}

interface Prepared extends DirectoryPerson {
  password: string;
  passwordHash: string;
}

async function addPeople(
  ctx: Context,
  tx: Transaction,
  places: Places,
  people: readonly Prepared[],
): Promise<{ remarks: Remark[]; events: AuditEntry[] }> {
  const remarks = await takenLogins(tx, people);
  if (remarks.length > 0) return { remarks, events: [] };
  const events: AuditEntry[] = [];
  const today = toDate(shanghaiDay(ctx.now()));
  for (const person of people) {
    const bodyId = places.body(person.body);
    if (bodyId === undefined) {
      remarks.push(
        refusedRow(
          PEOPLE_SHEET,
          person.row,
          'BODY_UNKNOWN',
          person.body,
          `没有名为“${person.body}”的单位，请先在“单位”表中列出。`,
        ),
      );
      continue;
    }
    const { id: personId } = await tx.person.create({ data: { bodyId, name: person.name } });
    const account = await tx.account.create({
      data: { personId, login: person.login, passwordHash: person.passwordHash, mustChangePassword: true },
    });
    remarks.push(...(await holdPost(tx, places, { ...person, id: personId }, today)));
    events.push({
      verb: 'createAccount',
      recordType: 'Account',
      recordId: account.id,
      bodyId,
      after: { login: person.login, personId, fromList: true },
    });
  }
  return { remarks, events };
}

/** Hashes take their time and need no transaction. */
async function prepare(workbook: DirectoryWorkbook): Promise<Prepared[]> {
  const prepared: Prepared[] = [];
  for (const person of workbook.people) {
    const password = oneTimePassword();
    prepared.push({ ...person, password, passwordHash: await hashPassword(password) });
  }
  return prepared;
}

/**
 * Takes a whole list over, or nothing of it: bodies, departments, posts and people that are new are created, those that are
 * there already are used. Every person gets an account with a one-time password and no role: roles are the security
 * administrator's to give (import-grants.ts, with the same list).
 */
export async function importDirectory(ctx: Context, bytes: Uint8Array): Promise<ImportedDirectory> {
  demandDirectory(ctx.viewer);
  const workbook = await readDirectoryWorkbook(bytes);
  const remarks = fromReader(workbook.rowErrors);
  demandNoErrors(remarks);
  if (workbook.people.length > MAX_PEOPLE)
    throw new DomainError({
      code: 'LIMIT',
      rule: 'people.listSize',
      message: `一次最多导入${MAX_PEOPLE}人，请拆分后再导入。`,
      params: { limit: MAX_PEOPLE },
    });
  const people = await prepare(workbook);
  const counts = await inTransaction(ctx, async (tx) => {
    const { places, created, remarks: placeRemarks } = await placesFor(tx, workbook);
    const added = await addPeople(ctx, tx, places, people);
    demandNoErrors([...placeRemarks, ...added.remarks]);
    const summary: AuditEntry = {
      verb: 'importDirectory',
      recordType: 'Body',
      recordId: null,
      bodyId: null,
      after: { ...created, people: people.length },
    };
    return { value: created, events: [summary, ...added.events] };
  });
  return {
    ...counts,
    accounts: people.map(({ row, name, login, password }) => ({ row, name, login, oneTimePassword: password })),
    warnings: remarks,
  };
}
