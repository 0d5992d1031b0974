/** @module-tag slow */
import { CALENDAR_CASES, settingsOfRule, type CalendarCase } from '@closeout/domain/testing/calendar-cases';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApi, type Api, type Caller } from '../../../test/api.ts';
import { todaysShare } from '../../../test/today.ts';
import { mutate } from '../../../test/work.ts';

const of = (...kinds: CalendarCase['kind'][]): CalendarCase[] =>
  CALENDAR_CASES.filter((one) => kinds.includes(one.kind));
const assumed = (years: readonly number[]): string => (years.length === 0 ? '-' : years.join(','));

/** One field of the API for one case. */
function fieldOf({ kind, a, b }: CalendarCase): string {
  if (kind === 'between') return `workingDays(from: "${a}", to: "${b}") { days assumedYears }`;
  return `workingDayAfter(day: "${a}", days: ${kind === 'day' ? 0 : b}) { day working assumedYears }`;
}

type Answer = { days?: number; day?: string; working?: boolean; assumedYears: number[] };

function valueOf({ kind }: CalendarCase, answer: Answer): string {
  if (kind === 'between') return String(answer.days);
  return kind === 'add' ? String(answer.day) : answer.working ? 'works' : 'rests';
}

/** The first, the last and a middle moment of a day in Shanghai. */
const momentsOf = (day: string): Date[] => [
  new Date(`${day}T00:00:00.000+08:00`),
  new Date(`${day}T12:30:00.000+08:00`),
  new Date(`${day}T23:59:59.999+08:00`),
];

const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];

// The zone an administrator gave the database; sessions of other programs begin in it.
describe.each(todaysShare(ZONES, 2))('a PostgreSQL in %s', (zone) => {
  let api: Api;
  let clerk: Caller;
  let reader: pg.Client;
  let now = new Date('2026-11-22T02:00:00Z');

  beforeAll(async () => {
    api = await startApi({ timeZone: zone, server: { now: () => now } });
    clerk = await api.as('clerk');
    reader = new pg.Client({ connectionString: api.databaseUrl });
    await reader.connect();
    await reader.query(`UPDATE role_grant SET from_on = '2000-01-01'`);
    await reader.query('UPDATE inspection SET plan_accepted_on = NULL'); // until then the clerk sets any day
    await travel(now);
  });
  /** Moves the clock; who is signed in stays so, and holds the roles since long ago. */
  async function travel(to: Date): Promise<void> {
    now = to;
    await reader.query(
      `UPDATE session SET created_at = $1::timestamptz, last_seen_at = $1::timestamptz, expires_at = $1::timestamptz + interval '1 hour'`,
      [to],
    );
  }
  afterAll(async () => {
    await reader.end();
    await api.stop();
  });

  /** A finding that is being worked on. */
  async function rectifying(): Promise<{ id: string; refNo: string }> {
    const { findings } = await clerk.execute<{ findings: { edges: { node: { id: string; refNo: string } }[] } }>(
      '{ findings(first: 1, filter: { state: [RECTIFYING] }) { edges { node { id refNo } } } }',
    );
    return findings.edges[0]!.node;
  }

  it('really is', async () => {
    const { rows } = await reader.query<{ zone: string }>(`SELECT current_setting('TimeZone') AS zone`);
    expect(rows[0]?.zone).toBe(zone);
  });

  it('answers the written table', async () => {
    const cases = of('day', 'between', 'add').filter((one) => one.kind !== 'add' || one.b !== '0');
    const wrong: string[] = [];
    for (let at = 0; at < cases.length; at += 20) {
      const some = cases.slice(at, at + 20);
      const fields = some.map((one, index) => `c${index}: ${fieldOf(one)}`);
      const answers = await clerk.execute<Record<string, Answer>>(`{ ${fields.join(' ')} }`);
      for (const [index, one] of some.entries()) {
        const answer = answers[`c${index}`]!;
        if (valueOf(one, answer) !== one.expected || assumed(answer.assumedYears) !== one.assumed)
          wrong.push(`${one.kind} ${one.a} ${one.b}: ${JSON.stringify(answer)}, written ${one.expected}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('keeps a due day and tells how pressing it is from the first to the last moment of the day in Shanghai', async () => {
    const { id, refNo } = await rectifying();
    for (const { a: due, b: today, expected, assumed: years } of of('urgency')) {
      const [left, urgency, working] = expected.split(' ');
      await travel(new Date(`${today}T12:00:00+08:00`));
      const { finding } = await clerk.execute<{ finding: { version: number } }>(
        `query V($id: ID!) { finding(id: $id) { version } }`,
        { id },
      );
      const { userErrors } = await mutate(
        clerk,
        'assign',
        { findingId: id, version: finding.version, dueOn: due },
        'finding { id }',
      );
      expect(userErrors, `${due} on ${today}`).toEqual([]);
      const stored = await reader.query<{ due: string; late: boolean }>(
        'SELECT due_on::text AS due, due_on < $2::date AS late FROM finding WHERE ref_no = $1',
        [refNo, today],
      );
      expect(stored.rows[0]).toEqual({ due, late: urgency === 'OVERDUE' });
      for (const moment of momentsOf(today)) {
        await travel(moment);
        const read = await clerk.execute<Record<string, unknown>>(
          `query D($id: ID!) {
              finding(id: $id) { deadline { dueOn daysLeft urgency workingDaysLeft assumedYears } }
              findings(first: 100, filter: { overdue: true }) { edges { node { id } } }
            }`,
          { id },
        );
        expect(read['finding'], moment.toISOString()).toEqual({
          deadline: {
            dueOn: due,
            daysLeft: Number(left),
            urgency,
            workingDaysLeft: Number(working),
            assumedYears: years === '-' ? [] : years.split(',').map(Number),
          },
        });
        const overdue = (read['findings'] as { edges: { node: { id: string } }[] }).edges.map(({ node }) => node.id);
        expect(overdue.includes(id), moment.toISOString()).toBe(urgency === 'OVERDUE');
      }
    }
  });

  it('gives a finding the deadline of its round’s rule', async () => {
    await travel(new Date('2026-11-27T02:00:00Z'));
    const { id } = await rectifying();
    for (const { a: feedbackOn, b: rule, expected } of of('due')) {
      const { type, settings } = settingsOfRule(rule);
      await reader.query(`UPDATE inspection SET feedback_on = $1::date, settings = $2`, [
        feedbackOn,
        JSON.stringify({ offsets: settings.offsets }),
      ]);
      const { finding } = await clerk.execute<{ finding: { version: number } }>(
        `query V($id: ID!) { finding(id: $id) { version } }`,
        { id },
      );
      const done = await mutate<{ finding: { deadline: { dueOn: string } } }>(
        clerk,
        'assign',
        { findingId: id, version: finding.version, remediationType: type, dueOn: null },
        'finding { deadline { dueOn } }',
      );
      expect(done.userErrors, rule).toEqual([]);
      expect(done.finding.deadline.dueOn, `${feedbackOn} ${rule}`).toBe(expected);
    }
  });
});
