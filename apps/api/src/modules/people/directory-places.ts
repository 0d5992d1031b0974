import type { DirectoryPost, DirectoryWorkbook } from '@closeout/documents';
import type { Transaction } from '../audit/in-transaction.ts';
import { refusedRow, type Remark } from './directory-remarks.ts';

/** Finds what a row names: bodies by full or short name, departments and posts within their body. */
export interface Places {
  body(name: string): string | undefined;
  department(body: string, name: string): string | undefined;
  post(body: string, title: string): string | undefined;
}

type Ids = Map<string, string>;
const key = (bodyId: string, name: string): string => `${bodyId}/${name}`;

/** What the ledger has already. */
async function known(tx: Transaction): Promise<{ bodies: Ids; departments: Ids; posts: Ids }> {
  const bodies = await tx.body.findMany({ where: { active: true } });
  const departments = await tx.department.findMany({ where: { active: true } });
  const posts = await tx.post.findMany({ where: { active: true } });
  return {
    bodies: new Map(
      bodies.flatMap((body): [string, string][] => [
        [body.shortName, body.id],
        [body.name, body.id],
      ]),
    ),
    departments: new Map(departments.map((one) => [key(one.bodyId, one.name), one.id])),
    posts: new Map(posts.map((one) => [key(one.bodyId, one.title), one.id])),
  };
}

export async function knownPlaces(tx: Transaction): Promise<Places> {
  return placesOf(await known(tx));
}

const placesOf = ({ bodies, departments, posts }: { bodies: Ids; departments: Ids; posts: Ids }): Places => ({
  body: (name) => bodies.get(name),
  department: (body, name) => departments.get(key(bodies.get(body) ?? '', name)),
  post: (body, title) => posts.get(key(bodies.get(body) ?? '', title)),
});

const DEPARTMENTS = '部门';
const POSTS = '职务';
const noBody = (sheet: string, row: number, body: string): Remark =>
  refusedRow(sheet, row, 'BODY_UNKNOWN', body, `没有名为“${body}”的单位，请先在“单位”表中列出。`);

async function addPost(
  tx: Transaction,
  places: Places,
  post: DirectoryPost,
  ordinal: number,
): Promise<{ id: string } | Remark> {
  const bodyId = places.body(post.body);
  if (bodyId === undefined) return noBody(POSTS, post.row, post.body);
  const names = [...(post.department === null ? [] : [post.department]), ...post.inChargeOf];
  const unknown = names.find((name) => places.department(post.body, name) === undefined);
  if (unknown !== undefined)
    return refusedRow(POSTS, post.row, 'DEPARTMENT_UNKNOWN', unknown, `“${post.body}”没有名为“${unknown}”的部门。`);
  const departmentId = post.department === null ? null : (places.department(post.body, post.department) ?? null);
  const { id } = await tx.post.create({
    data: { bodyId, title: post.title, departmentId, leadership: post.leadership, ordinal },
  });
  const inChargeOf = [...new Set(post.inChargeOf)].flatMap((name) => places.department(post.body, name) ?? []);
  await tx.postDepartment.createMany({
    data: inChargeOf.map((department) => ({ postId: id, departmentId: department })),
  });
  return { id };
}

/** Creates the bodies, departments and posts of a list that are not there yet; what is there stays as it is. */
export async function placesFor(
  tx: Transaction,
  workbook: DirectoryWorkbook,
): Promise<{ places: Places; created: { bodies: number; departments: number; posts: number }; remarks: Remark[] }> {
  const ids = await known(tx);
  const places = placesOf(ids);
  const created = { bodies: 0, departments: 0, posts: 0 };
  const remarks: Remark[] = [];
  for (const body of workbook.bodies) {
    if (places.body(body.name) !== undefined) continue;
    const shortName = body.shortName ?? body.name.slice(0, 40);
    const { id } = await tx.body.create({
      data: { kind: body.kind, name: body.name, shortName, creditCode: body.creditCode, regionCode: body.regionCode },
    });
    ids.bodies.set(shortName, id).set(body.name, id);
    created.bodies += 1;
  }
  for (const [index, department] of workbook.departments.entries()) {
    const bodyId = places.body(department.body);
    if (bodyId === undefined) remarks.push(noBody(DEPARTMENTS, department.row, department.body));
    else if (places.department(department.body, department.name) === undefined) {
      const { id } = await tx.department.create({ data: { bodyId, name: department.name, ordinal: index + 1 } });
      ids.departments.set(key(bodyId, department.name), id);
      created.departments += 1;
    }
  }
  for (const [index, post] of workbook.posts.entries()) {
    if (places.post(post.body, post.title) !== undefined) continue;
    const made = await addPost(tx, places, post, index + 1);
    if ('id' in made) {
      ids.posts.set(key(places.body(post.body) ?? '', post.title), made.id);
      created.posts += 1;
    } else remarks.push(made);
  }
  return { places, created, remarks };
}
