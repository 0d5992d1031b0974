import type { Day } from '@closeout/domain';
import { people } from './content/people.ts';
import type { DemoPerson } from './content/people.ts';
import { createIds } from './ids.ts';
import type { IdOf } from './ids.ts';
import { emptyRows } from './rows.ts';
import type { Rows } from './rows.ts';
import type { ScanStore } from './scans.ts';

/** What every part of the seeder shares: the day, the rows so far, the ids, the scans. */
export interface Stage {
  today: Day;
  rows: Rows;
  id: IdOf;
  scans: ScanStore;
}

export function createStage(today: Day, scans: ScanStore): Stage {
  return { today, rows: emptyRows(), id: createIds(), scans };
}

/** The person with this key; the content is checked by a test, so an unknown key is a programming error. */
export function personOf(key: string): DemoPerson {
  const found = people.find((person) => person.key === key);
  if (!found) throw new Error(`nobody in the demo has the key ${key}`);
  return found;
}

export const headOf = (body: string, department: string): DemoPerson =>
  only(
    people.filter((one) => one.body === body && one.department === department && one.role === 'DEPARTMENT_HEAD'),
    department,
  );

export const leaderOf = (body: string, postKey: string): DemoPerson =>
  only(
    people.filter((one) => one.body === body && one.postKey === postKey),
    postKey,
  );

export const secretaryOf = (body: string): DemoPerson =>
  only(
    people.filter((one) => one.body === body && one.role === 'SECRETARY'),
    body,
  );

export const clerkOf = (body: string): DemoPerson =>
  only(
    people.filter((one) => one.body === body && one.role === 'CLERK'),
    body,
  );

function only(found: DemoPerson[], wanted: string): DemoPerson {
  const [person] = found;
  if (!person) throw new Error(`nobody in the demo holds ${wanted}`);
  return person;
}

/** Records what a person did, as the operation itself would have done. */
export function audit(
  stage: Stage,
  event: {
    at: Date;
    body: string;
    by: DemoPerson;
    verb: string;
    type: string;
    id: string;
    after?: object;
    reason?: string;
  },
): void {
  stage.rows.audit.push({
    bodyId: stage.id(`body:${event.body}`),
    at: event.at,
    accountId: stage.id(`account:${event.by.key}`),
    actorName: event.by.name,
    actorPost: event.by.post,
    verb: event.verb,
    recordType: event.type,
    recordId: event.id,
    ...(event.after ? { after: event.after } : {}),
    reason: event.reason ?? null,
    origin: 'demo',
  });
}
