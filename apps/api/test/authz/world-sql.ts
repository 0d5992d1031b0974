import { MAIN } from './actors.ts';

/** How the statements of the world name the finding, and people and departments of its body. */
export const FINDING = `(SELECT f.id FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '${MAIN}' AND f.seq = 28)`;
export const OF_28 = `FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '${MAIN}' AND f.seq = 28`;
export const PERSON = (login: string): string => `(SELECT person_id FROM account WHERE login = '${login}')`;
export const POST = (login: string): string =>
  `(SELECT g.post_id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login = '${login}' AND g.post_id IS NOT NULL)`;
export const HELD_POST = (login: string): string =>
  `(SELECT h.post_id FROM post_holding h WHERE h.person_id = ${PERSON(login)} AND h.to_on IS NULL ORDER BY h.post_id LIMIT 1)`;
export const GRANT = (login: string): string =>
  `(SELECT g.id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login = '${login}' ORDER BY g.id LIMIT 1)`;
export const DEPARTMENT = (name: string): string =>
  `(SELECT d.id FROM department d JOIN body b ON b.id = d.body_id WHERE b.short_name = '${MAIN}' AND d.name = '${name}')`;
export const OFFICE = `(SELECT id FROM body WHERE short_name = '市委巡察办')`;
