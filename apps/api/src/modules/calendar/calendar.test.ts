import { writeDirectoryTemplate } from '@closeout/documents';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { mutate } from '../../../test/work.ts';

let api: Api;
let sysadmin: Caller;
let clerk: Caller;
beforeAll(async () => {
  api = await startApi();
  sysadmin = await api.as('sysadmin');
  clerk = await api.as('clerk');
});
afterAll(() => api.stop());

interface Year {
  known: boolean;
  shipped: boolean;
  notice: string | null;
  workingDays: number;
  editable: boolean;
  version: number;
  updatedByName: string | null;
  days: { day: string; kind: string; name: string; own: boolean; published: string | null }[];
}
const FIELDS = 'known shipped notice workingDays editable version updatedByName days { day kind name own published }';
async function year(who: Caller, number: number): Promise<Year> {
  const { workingCalendar } = await who.execute<{ workingCalendar: Year }>(
    `query Y($year: Int!) { workingCalendar(year: $year) { ${FIELDS} } }`,
    { year: number },
  );
  return workingCalendar;
}
const dayOf = (one: Year, day: string) => one.days.find((each) => each.day === day);
const edit = (who: Caller, input: Record<string, unknown>) =>
  mutate<{ calendarYear: Year | null }>(who, 'editCalendarYear', input, `calendarYear { ${FIELDS} }`);
const send = (who: Caller, path: string, body: string | Uint8Array) =>
  who.fetch(path, { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: body as string });

describe('a year of the working calendar', () => {
  it('is read by everybody who is signed in, with its notice, and edited by the system administrator alone', async () => {
    for (const login of ['handler', 'head', 'leader', 'secretary', 'discipline', 'office', 'secadmin', 'auditadmin']) {
      const read = await year(await api.as(login), 2026);
      expect(read, login).toMatchObject({
        known: true,
        shipped: true,
        notice: '国办发明电〔2025〕7号',
        workingDays: 248,
        editable: false,
      });
      const { userErrors } = await edit(await api.as(login), { year: 2026, version: 0, complete: true });
      expect(userErrors, login).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
    expect((await year(sysadmin, 2026)).editable).toBe(true);
    const nobody = await api.withHeaders({}).send('{ workingCalendar(year: 2026) { known } }');
    expect(nobody.errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('that is not published is marked, and every count that touches it names it', async () => {
    expect(await year(clerk, 2027)).toMatchObject({
      known: false,
      shipped: false,
      notice: null,
      days: [],
      workingDays: 261,
    });
    const answer = await clerk.execute(
      '{ workingCalendarYears workingDays(from: "2026-12-25", to: "2027-01-08") { days assumedYears } workingDayAfter(day: "2026-11-27", days: 3) { day working assumedYears } }',
    );
    expect(answer).toEqual({
      workingCalendarYears: [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026],
      workingDays: { days: 10, assumedYears: [2027] },
      workingDayAfter: { day: '2026-12-02', working: true, assumedYears: [] },
    });
  });

  it('a span or a year that no calendar has is the caller’s mistake', async () => {
    for (const field of [
      'workingCalendar(year: 1989) { known }',
      'workingDays(from: "2000-01-01", to: "2026-01-01") { days }',
      'workingDayAfter(day: "2026-01-01", days: 2501) { day }',
    ])
      expect((await clerk.send(`{ ${field} }`)).errors?.[0]?.extensions, field).toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    const early = await clerk.send('query A($day: Date!) { workingDayAfter(day: $day, days: 1) { day } }', {
      day: '1200-01-01',
    });
    expect(early.errors?.[0]).toMatchObject({
      message: expect.stringContaining('from 1900-01-01 to 2199-12-31'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });
});

describe('an installation’s own days', () => {
  it('win, are marked beside what was published, and can be taken back; the trail says who', async () => {
    const first = await edit(sysadmin, {
      year: 2026,
      version: 0,
      days: [
        { day: '2026-11-30', kind: 'HOLIDAY', name: '停水放假' },
        { day: '2026-10-10', kind: 'ORDINARY' },
      ],
    });
    expect(first.userErrors).toEqual([]);
    expect(dayOf(first.calendarYear!, '2026-11-30')).toEqual({
      day: '2026-11-30',
      kind: 'HOLIDAY',
      name: '停水放假',
      own: true,
      published: null,
    });
    expect(dayOf(first.calendarYear!, '2026-10-10')).toMatchObject({
      kind: 'ORDINARY',
      own: true,
      published: 'WORKDAY',
    });
    expect(first.calendarYear).toMatchObject({ version: 1, workingDays: 246 });
    const counted = await clerk.execute('{ workingDays(from: "2026-11-27", to: "2026-12-01") { days } }');
    expect(counted).toEqual({ workingDays: { days: 1 } });
    const [event] = await api.sql<{ actor_name: string; after: { year: number } }>(
      `SELECT actor_name, after FROM audit_event WHERE verb = 'editCalendarYear' AND success ORDER BY at DESC LIMIT 1`,
    );
    expect(event?.after).toMatchObject({ year: 2026 });

    const stale = await edit(sysadmin, { year: 2026, version: 0, days: [{ day: '2026-11-30', kind: null }] });
    expect(stale.userErrors).toMatchObject([{ code: 'CONFLICT', params: { version: '1' } }]);
    const back = await edit(sysadmin, {
      year: 2026,
      version: 1,
      days: [
        { day: '2026-11-30', kind: null },
        { day: '2026-10-10', kind: null },
      ],
    });
    expect(back.calendarYear?.workingDays).toBe(248);
    expect(dayOf(back.calendarYear!, '2026-10-10')).toMatchObject({ kind: 'WORKDAY', own: false });
  });

  it('of another year, or with an endless name, are refused', async () => {
    const wrong = await edit(sysadmin, { year: 2026, version: 2, days: [{ day: '2027-01-01', kind: 'HOLIDAY' }] });
    expect(wrong.userErrors).toMatchObject([{ rule: 'calendar.dayOfYear' }]);
    const long = await edit(sysadmin, {
      year: 2026,
      version: 2,
      days: [{ day: '2026-01-01', kind: 'HOLIDAY', name: '长'.repeat(41) }],
    });
    expect(long.userErrors).toMatchObject([{ rule: 'calendar.name' }]);
    expect((await edit(sysadmin, { year: 2101, version: 0 })).userErrors).toMatchObject([{ rule: 'calendar.year' }]);
  });

  it('two edits of a year that nobody touched yet: one of them is told', async () => {
    const both = await Promise.all(
      ['元旦', '新年'].map((name) =>
        edit(sysadmin, { year: 2031, version: 0, days: [{ day: '2031-01-01', kind: 'HOLIDAY', name }] }),
      ),
    );
    expect(both.map((one) => one.userErrors.map((error) => error.code)).toSorted()).toEqual([[], ['CONFLICT']]);
  });
});

describe('a list of days', () => {
  const CSV = '日期,类型,节日\n2027/1/1,放假,元旦\n2027-02-06,放假,春节\n2027年2月20日,上班,春节\n';

  it('is checked row by row and nothing is written', async () => {
    const bad = `${CSV}2027-02-30,放假,无此日\n2027-02-06,放假,春节\n2027-03-01,也许,\n2027-03-02,上班,\n`;
    const response = await send(sysadmin, '/import/calendar/check', bad);
    expect(response.status).toBe(200);
    const checked = (await response.json()) as { errors: number; years: number[]; rows: Record<string, unknown>[] };
    expect(checked).toMatchObject({ errors: 3, years: [2027] });
    expect(checked.rows.map(({ row, error, warning }) => [row, error, warning])).toEqual([
      [2, null, null],
      [3, null, null],
      [4, null, null],
      [5, 'DAY', null],
      [6, 'TWICE', null],
      [7, 'KIND', null],
      [8, null, 'WORKDAY_IN_WEEK'],
    ]);
    const refused = await send(sysadmin, '/import/calendar', bad);
    expect([refused.status, ((await refused.json()) as { rule: string }).rule]).toEqual([422, 'calendar.list']);
    expect((await year(sysadmin, 2027)).known).toBe(false);
  });

  it('makes its year known: what was assumed is certain now', async () => {
    const taken = await send(sysadmin, '/import/calendar', CSV);
    expect([taken.status, await taken.json()]).toEqual([201, { years: [2027], days: 3 }]);
    expect(await year(clerk, 2027)).toMatchObject({ known: true, shipped: false, version: 1 });
    expect((await year(clerk, 2027)).days.map(({ day, kind, own }) => [day, kind, own])).toEqual([
      ['2027-01-01', 'HOLIDAY', true],
      ['2027-02-06', 'HOLIDAY', true],
      ['2027-02-20', 'WORKDAY', true],
    ]);
    const counted = await clerk.execute('{ workingDays(from: "2026-12-25", to: "2027-01-08") { days assumedYears } }');
    expect(counted).toEqual({ workingDays: { days: 9, assumedYears: [] } });
  });

  it('as JSON of a whole published year changes nothing but what differs', async () => {
    const { days } = await year(sysadmin, 2026);
    const list = days
      .filter((one) => one.day !== '2026-10-10')
      .map(({ day, kind, name }) => ({ date: day, isOffDay: kind === 'HOLIDAY', name }));
    const taken = await send(sysadmin, '/import/calendar', JSON.stringify({ year: 2026, days: list }));
    expect(taken.status).toBe(201);
    const after = await year(sysadmin, 2026);
    expect(after.days.filter((one) => one.own)).toEqual([
      { day: '2026-10-10', kind: 'ORDINARY', name: '', own: true, published: 'WORKDAY' },
    ]);
  });

  it('that is none, or from somebody else, is refused', async () => {
    for (const body of ['hello', '{"days": 5}', '[', await writeDirectoryTemplate()]) {
      const response = await send(sysadmin, '/import/calendar/check', body);
      expect([response.status, ((await response.json()) as { rule: string }).rule]).toEqual([422, 'calendar.list']);
    }
    for (const path of ['/import/calendar', '/import/calendar/check'])
      expect((await send(clerk, path, CSV)).status, path).toBe(403);
  });
});
