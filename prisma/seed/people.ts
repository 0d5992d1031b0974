import { hash } from '@node-rs/argon2';
import { bodies, disciplineGroup, office } from './content/bodies.ts';
import { people } from './content/people.ts';
import type { DemoPerson, DemoRole } from './content/people.ts';
import { dateOf } from './days.ts';
import type { Stage } from './stage.ts';

const IN_OFFICE_SINCE = dateOf('2025-01-02');

/** OWASP's setting for argon2id (algorithm 2): 19 MiB, two passes. */
const argon2id = {
  algorithm: 2,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
} as const;

const ROLE_NAMES: Record<DemoRole, string> = {
  HANDLER: '承办人',
  DEPARTMENT_HEAD: '部门负责人',
  LEADER: '分管领导',
  SECRETARY: '党组书记',
  CLERK: '整改办',
  DISCIPLINE_GROUP: '派驻纪检监察组',
  INSPECTION_OFFICE: '巡察办',
  SYSTEM_ADMIN: '系统管理员',
  SECURITY_ADMIN: '安全管理员',
  AUDIT_ADMIN: '审计管理员',
  INTEGRATOR: '集成方',
};

export interface DemoLogin {
  login: string;
  roleName: string;
  body: string;
}

/** Everybody with post, account and grant, and the predecessors who left their posts. */
export async function seedPeople(stage: Stage, password: string): Promise<void> {
  const hashes = await Promise.all(people.map(() => hash(password, argon2id)));
  people.forEach((person, index) => {
    seedPost(stage, person, index);
    seedAccount(stage, person, hashes[index]!);
  });
}

function seedPost({ rows, id }: Stage, person: DemoPerson, ordinal: number): void {
  const bodyId = id(`body:${person.body}`);
  const personId = id(`person:${person.key}`);
  const postId = id(`post:${person.key}`);
  const departmentId = person.department ? id(`department:${person.body}:${person.department}`) : null;
  rows.persons.push({ id: personId, bodyId, name: person.name, mail: `${person.login}@closeout.example` });
  rows.posts.push({
    id: postId,
    bodyId,
    departmentId,
    title: person.post,
    leadership: person.postKey !== undefined,
    ordinal,
  });
  const { predecessor } = person;
  const fromOn = predecessor ? dateOf(predecessor.until) : IN_OFFICE_SINCE;
  rows.holdings.push({ id: id(`holding:${person.key}`), postId, personId, fromOn });
  for (const key of person.inChargeOf ?? [])
    rows.inCharge.push({ postId, departmentId: id(`department:${person.body}:${key}`) });
  if (!predecessor) return;
  const formerId = id(`person:${person.key}:former`);
  rows.persons.push({ id: formerId, bodyId, name: predecessor.name, active: false });
  const period = { fromOn: IN_OFFICE_SINCE, toOn: dateOf(predecessor.until) };
  rows.holdings.push({ id: id(`holding:${person.key}:former`), postId, personId: formerId, ...period });
}

/** A grant names the scope that its role needs; administrators reach the installation, not a body. */
function seedAccount({ rows, id }: Stage, person: DemoPerson, passwordHash: string): void {
  const accountId = id(`account:${person.key}`);
  rows.accounts.push({ id: accountId, login: person.login, personId: id(`person:${person.key}`), passwordHash });
  const administrator = person.role.endsWith('_ADMIN');
  const inDepartment = person.role === 'HANDLER' || person.role === 'DEPARTMENT_HEAD';
  rows.grants.push({
    id: id(`grant:${person.key}`),
    accountId,
    role: person.role,
    bodyId: administrator ? null : id(`body:${person.body}`),
    departmentId: inDepartment ? id(`department:${person.body}:${person.department}`) : null,
    postId: person.role === 'LEADER' ? id(`post:${person.key}`) : null,
    fromOn: IN_OFFICE_SINCE,
  });
}

/** The accounts of the demo in the words of the greeting, the first twelve being the ones to begin with. */
export function demoLogins(): DemoLogin[] {
  const names = new Map<string, string>(bodies.map((body) => [body.key, body.shortName]));
  names.set('office-body', office.shortName).set('discipline-group', disciplineGroup.shortName);
  const first =
    'handler head leader secretary clerk discipline office integrator sysadmin secadmin auditadmin otherhead'.split(
      ' ',
    );
  const rank = (login: string): number => (first.includes(login) ? first.indexOf(login) : first.length);
  return [...people]
    .sort((one, other) => rank(one.login) - rank(other.login))
    .map((person) => ({ login: person.login, roleName: ROLE_NAMES[person.role], body: names.get(person.body) ?? '' }));
}
