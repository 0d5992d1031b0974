import { reaches, reachesBody } from '../src/access/can.ts';
import { MATRIX_ROLES, type Scope } from '../src/access/matrix.ts';
import type { Verb } from '../src/access/verbs.ts';
import { BODY_ACCESS, FINDING_ACCESS } from './access.table.ts';
import { BODIES, EVERYONE, fullGrant, PLACES, ROLE_OF, type Who } from './people.ts';
import { cell, readTable } from './tables.ts';

type Cells = Record<string, Record<Who, string>>;
export type Matrix = Readonly<Record<Verb, readonly Scope[]>>;

/** Cells as `verb × who` → the letters of the places where it is allowed. */
const read = (table: string): Cells =>
  Object.fromEntries(
    readTable(table).map((line) => [
      cell(line, 'verb'),
      Object.fromEntries(EVERYONE.map((who) => [who, cell(line, who).replace('-', '')])) as Record<Who, string>,
    ]),
  );
export const EXPECTED = { finding: read(FINDING_ACCESS), body: read(BODY_ACCESS) };

export const column = (who: Who): number => MATRIX_ROLES.indexOf(ROLE_OF[who]);
export const letters = (places: object, allowed: (letter: string) => boolean): string =>
  Object.keys(places).filter(allowed).join('');

function seenAt(matrix: Matrix, kind: keyof typeof EXPECTED, verb: string, who: Who): string {
  const scope = matrix[verb as Verb][column(who)] ?? '-';
  const grant = fullGrant(ROLE_OF[who]);
  return kind === 'finding'
    ? letters(PLACES, (letter) => reaches(scope, grant, PLACES[letter]!, 'me'))
    : letters(BODIES, (letter) => reachesBody(scope, grant, BODIES[letter] ?? null));
}

/** Every cell in which a matrix differs from the written tables. */
export function differences(matrix: Matrix): string[] {
  return (['finding', 'body'] as const).flatMap((kind) =>
    Object.entries(EXPECTED[kind]).flatMap(([verb, row]) =>
      EVERYONE.filter((who) => seenAt(matrix, kind, verb, who) !== row[who]).map((who) => `${verb} × ${who}`),
    ),
  );
}

/** Laws of the scopes themselves: what no place can show, because two scopes reach alike. */
export function brokenLaws(matrix: Matrix): string[] {
  const only: Partial<Record<Scope, readonly Who[]>> = {
    supervised: ['discipline'],
    rounds: ['office'],
    token: ['integrator'],
    all: ['sysadmin', 'secadmin', 'auditadmin'],
    body: ['handler', 'head', 'leader', 'secretary', 'clerk'],
  };
  const singleFindings: readonly Scope[] = ['items', 'dept', 'lead', 'post'];
  return Object.entries(matrix).flatMap(([verb, row]) =>
    EVERYONE.filter((who) => {
      const scope = row[column(who)] ?? '-';
      const foreign = scope in only && !only[scope]?.includes(who);
      const wrongKind = verb in EXPECTED.finding ? scope === 'all' : singleFindings.includes(scope);
      return foreign || wrongKind;
    }).map((who) => `${verb} × ${who}`),
  );
}
