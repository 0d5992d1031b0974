import { describe, expect, test } from 'vitest';
import { moveDifferences } from '../../test/publication-differences.ts';
import type { Grant, Viewer } from '../access/viewer.ts';
import type { Role } from '../vocabulary.ts';
import {
  keptTemplates,
  mayKeepTemplate,
  TEMPLATE_KINDS,
  TEMPLATE_MOVES,
  TEMPLATE_STATES,
  templateVerbs,
} from './template.ts';

const grant = (role: Role, bodyId: string | null, reachedBodyIds: string[] = []): Grant => ({
  role,
  bodyId,
  departmentId: null,
  postId: null,
  departmentsInCharge: [],
  reachedBodyIds,
});
const viewer = (...grants: Grant[]): Viewer => ({ kind: 'ACCOUNT', accountId: 'a', personId: 'p', name: 'x', grants, classes: null }); // prettier-ignore

describe('who keeps the templates', () => {
  const clerk = viewer(grant('CLERK', 'body'));
  const office = viewer(grant('INSPECTION_OFFICE', 'office', ['body']));

  test('the clerk those of the own body’s documents, never that of notices', () => {
    const kept = TEMPLATE_KINDS.filter((kind) => mayKeepTemplate(clerk, { bodyId: 'body', kind }));
    expect(kept).toEqual(['REPORT', 'PLAN', 'PRINCIPAL_REPORT']);
    expect(TEMPLATE_KINDS.filter((kind) => mayKeepTemplate(clerk, { bodyId: 'other', kind }))).toEqual([]);
  });

  test('an office that of its own notices, nothing of the bodies in its rounds', () => {
    expect(TEMPLATE_KINDS.filter((kind) => mayKeepTemplate(office, { bodyId: 'office', kind }))).toEqual(['NOTICE']);
    expect(TEMPLATE_KINDS.filter((kind) => mayKeepTemplate(office, { bodyId: 'body', kind }))).toEqual([]);
  });

  test.each(['HANDLER', 'DEPARTMENT_HEAD', 'LEADER', 'SECRETARY', 'DISCIPLINE_GROUP', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN', 'INTEGRATOR'] as const)(
    'not %s',
    (role) => expect(keptTemplates(viewer(grant(role, 'body', ['body'])))).toEqual([]),
  ); // prettier-ignore

  test('every shelf of somebody with two places, each once', () => {
    const both = viewer(grant('CLERK', 'body'), grant('CLERK', 'body'), grant('INSPECTION_OFFICE', 'office', ['body']));
    expect(keptTemplates(both).map(({ bodyId, kind }) => `${bodyId} ${kind}`)).toEqual([
      'body REPORT',
      'body PLAN',
      'body PRINCIPAL_REPORT',
      'office NOTICE',
    ]);
  });
});

describe('a version', () => {
  test('is put in force or taken out as it is written', () => {
    expect(moveDifferences()).toEqual([]);
    expect(TEMPLATE_STATES.map((state) => templateVerbs(state).length)).toEqual([1, 1, 1]);
  });

  test('reaches every state but the first by a verb', () => {
    expect(Object.values(TEMPLATE_MOVES).map(({ to }) => to)).toEqual(['IN_FORCE', 'RETIRED']);
  });
});
