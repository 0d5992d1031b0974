import type { BodyKind, Role } from '@closeout/domain/vocabulary';
import type { RowError } from '../errors.ts';

/** A role a person can be given by a list; tokens of integrators are no persons. */
export type PersonRole = Exclude<Role, 'INTEGRATOR'>;

export interface DirectoryBody {
  row: number;
  name: string;
  shortName: string | null;
  kind: BodyKind;
  creditCode: string | null;
  regionCode: string | null;
}

export interface DirectoryDepartment {
  row: number;
  body: string;
  name: string;
}

export interface DirectoryPost {
  row: number;
  body: string;
  title: string;
  department: string | null;
  leadership: boolean;
  inChargeOf: string[];
}

export interface DirectoryPerson {
  row: number;
  body: string;
  department: string | null;
  post: string | null;
  name: string;
  /** Lower case. */
  login: string;
  roles: PersonRole[];
}

/** A remark with the sheet it belongs to. */
export type DirectoryRowError = RowError & { sheet: string };

/** Bodies, departments, posts and people of a list. Rows with an error are left out and named in `rowErrors`. */
export interface DirectoryWorkbook {
  bodies: DirectoryBody[];
  departments: DirectoryDepartment[];
  posts: DirectoryPost[];
  people: DirectoryPerson[];
  rowErrors: DirectoryRowError[];
}
