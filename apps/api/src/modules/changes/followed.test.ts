import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api } from '../../../test/api.ts';
import { followedTables } from '../../../test/history.ts';
import { readTypes, typeNamed } from '../../read/model.ts';
import { CHANGED_TYPES } from './changed-types.ts';

/** Record types that no mirror has: directories and administration, what is shown by the clock or by state, other names of the same rows. */
const NOT_MIRRORED = [
  'Account',
  'ApiToken',
  'AuditEvent',
  'Body',
  'Department',
  'Deputation',
  'Filing',
  'FilingReview',
  'FilingVersion',
  'FindingOutline',
  'Handover',
  'HandoverItem',
  'Import',
  'Job',
  'Notice',
  'NoticeOutline',
  'NoticeRecipient',
  'NoticeReply',
  'Person',
  'Post',
  'Publication',
  'PublicationComment',
  'PublicationSignature',
  'PublicationVersion',
  'RecordedPaper',
  'RoleGrant',
  'Round',
  'SettingsVersion',
  'Sight',
  'SightFinding',
  'SightOpening',
  'Urge',
  'Warning',
];
/** Tables whose versions are kept, but whose rows are no part of a record that a mirror has. */
const NOT_NOTED = [
  'body',
  'calendar_day',
  'calendar_year',
  'department',
  'filing',
  'filing_review',
  'filing_version',
  'handover',
  'handover_item',
  'notice',
  'notice_finding',
  'notice_recipient',
  'notice_reply',
  'person',
  'post',
  'post_department',
  'post_holding',
  'recorded_paper',
  'round',
  'urge',
];

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

describe('what is noted', () => {
  it('is every type of record but those named here', () => {
    const mirrored = Object.values(CHANGED_TYPES) as string[];
    expect([...mirrored, ...NOT_MIRRORED].toSorted()).toEqual(
      readTypes()
        .map((type) => type.name)
        .toSorted(),
    );
  });

  it('is every kept table but those named here: a migration that adds one calls feed.follow or feed.part', async () => {
    const noted = await api.sql<{ name: string }>(
      `SELECT DISTINCT c.relname AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE t.tgname = 'fed_new'`,
    );
    const kept = await followedTables(api);
    expect([...noted.map(({ name }) => name), ...NOT_NOTED].toSorted()).toEqual(kept.toSorted());
  });

  it.each(Object.entries(CHANGED_TYPES))('%s: each record is there, in its body', async (word, name) => {
    const type = typeNamed(name);
    const [counted] = await api.sql<{ records: number; noted: number; strange: number }>(
      `SELECT (SELECT count(*)::int FROM ${type.table} r ${name === 'Attachment' ? 'WHERE r.notice_reply_id IS NULL AND r.paper_id IS NULL' : ''}) AS records,
        (SELECT count(DISTINCT c.record_id)::int FROM feed.change c JOIN ${type.table} r ON r.id = c.record_id WHERE c.type = $1) AS noted,
        (SELECT count(*)::int FROM feed.change c WHERE c.type = $1 AND NOT EXISTS (SELECT 1 FROM body b WHERE b.id = c.body_id AND b.kind = 'INSPECTED')) AS strange`,
      [word],
    );
    expect(counted).toMatchObject({ noted: counted?.records, strange: 0 });
  });
});
