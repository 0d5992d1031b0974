import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spellingsOf } from '@closeout/domain';
import { describe, expect, test } from 'vitest';
import { bodies, days } from './content/bodies.ts';
import { excelHeader, excelRows, excelTitle } from './content/excel-list.ts';
import { findings } from './content/findings.ts';
import { parties } from './content/parties.ts';
import { people } from './content/people.ts';
import { qiaoqingReport, printedWord, tizongReport } from './content/report.ts';
import type { DemoEvidence, DemoFinding, SharedPiece } from './content/types.ts';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const reports = resolve(root, process.env.REPORTS_DIR ?? '../shared/reports');
const main = findings.qiaoqing;
const all = Object.values(findings).flat();

function links(list: DemoFinding[]): (DemoEvidence | SharedPiece)[] {
  return list.flatMap((finding) => finding.actions.flatMap((action) => action.evidence));
}
function resolveShared(piece: DemoEvidence | SharedPiece): DemoEvidence {
  if (piece.kind !== 'SHARED') return piece;
  const origin = links(main).find((other) => other.kind !== 'SHARED' && other.key === piece.key);
  if (!origin || origin.kind === 'SHARED') throw new Error(`no piece with key ${piece.key}`);
  return origin;
}

describe('the main body has the shape and the figures of a real report', () => {
  test('33 findings: 5 immediate and 28 in six aspects', () => {
    const aspects = [null, ...bodies[0]!.aspects.map((aspect) => aspect.key)];
    expect(main.map((finding) => finding.no)).toEqual(Array.from({ length: 33 }, (_, index) => index + 1));
    expect(aspects.map((key) => main.filter((finding) => finding.aspect === key).length)).toEqual([
      5, 2, 10, 8, 3, 4, 1,
    ]);
  });

  test('123 actions, distributed as in the sample', () => {
    expect(main.map((finding) => finding.actions.length).join(' ')).toBe(
      '2 4 3 2 3 4 3 4 3 6 3 5 3 3 4 4 3 4 5 3 2 5 3 3 4 4 3 5 3 6 4 5 5',
    );
  });

  test('31 meetings, 33 mentions of documents, 14 talks', () => {
    const kinds = links(main).map((piece) => resolveShared(piece).kind);
    const counted = (kind: string) => kinds.filter((other) => other === kind).length;
    expect([counted('MEETING'), counted('DOCUMENT'), counted('TALK')]).toEqual([31, 33, 14]);
  });

  test('the sums recovered and the waiver', () => {
    const sums = main.flatMap((finding) => finding.money ?? []);
    const recovered = sums.flatMap((sum) => sum.recoveries ?? []).map((recovery) => recovery.fen);
    expect(recovered).toEqual([829400n, 1515000n, 120000n, 572000n, 432n]);
    const waivers = sums.flatMap((sum) => (sum.waiver ? [sum.waiver] : []));
    expect(waivers.map((waiver) => waiver.fen)).toEqual([540000n]);
    expect(waivers[0]!.consents.map((consent) => consent.form)).toEqual(['WRITTEN', 'ORAL']);
    const clothes = sums.find((sum) => sum.stated?.perHead)!;
    expect(clothes.stated!.perHead! * 21n).toBe(1515003n);
    expect(clothes.established!.fen - clothes.stated!.fen).toBeLessThan(clothes.stated!.roundingFen / 2n);
  });

  test('five findings continue, an indicator changed its denominator, a past fact cannot be repaired, a company is spelt twice', () => {
    expect(main.filter((finding) => finding.state === 'CONTINUING').map((finding) => finding.no)).toEqual([
      12, 13, 14, 15, 25,
    ]);
    expect(main.flatMap((finding) => finding.indicators ?? []).some((indicator) => indicator.statedDefinition)).toBe(
      true,
    );
    const spelt = parties.filter((one) => one.name.startsWith('澜川青禾')).map((one) => one.name);
    expect(spellingsOf([{ kind: 'COMPANY', name: spelt[0]! }], [{ kind: 'COMPANY', name: spelt[1]! }])).toHaveLength(1);
    expect(main.flatMap((f) => f.points).some((point) => point.outcome === 'UNTRACEABLE_REGULATED')).toBe(true);
  });
});

describe('the demo is consistent', () => {
  test('every state and every step of the review occurs', () => {
    const states = new Set(all.map((finding) => finding.state));
    expect([...states].sort()).toEqual(['CLOSED', 'CONTINUING', 'IN_REVIEW', 'RECORDED', 'RECTIFYING', 'UNCLAIMED']);
    const steps = new Set(main.flatMap((finding) => finding.step ?? []));
    expect([...steps].sort()).toEqual(['DEPARTMENT_HEAD', 'LEADER', 'SECRETARY']);
    expect(main.filter((finding) => finding.state === 'CLOSED').length).toBeGreaterThan(main.length * 0.45);
  });

  test('every point is a stretch of its finding, every sum belongs to a point that names its words', () => {
    for (const finding of all) {
      for (const point of finding.points) expect(finding.text).toContain(point.text);
      for (const sum of finding.money ?? []) {
        expect(finding.points[sum.point - 1], `${finding.no}`).toBeDefined();
        if (sum.stated) expect(finding.text).toContain(sum.stated.words);
      }
    }
  });

  test('departments, posts, handlers and aspects exist in the same body', () => {
    for (const body of bodies) {
      const staff = people.filter((person) => person.body === body.key);
      const departments = body.departments.map((department) => department.key);
      for (const finding of findings[body.key]) {
        expect(departments).toEqual(expect.arrayContaining([finding.lead, ...(finding.co ?? [])]));
        expect(staff.map((person) => person.postKey)).toContain(finding.leader);
        expect(staff.map((person) => person.key)).toContain(finding.handler);
        if (finding.aspect) expect(body.aspects.map((aspect) => aspect.key)).toContain(finding.aspect);
      }
    }
  });

  test('what was submitted passes the gate: actions done, outcomes given, evidence there, money balanced', () => {
    const submitted = all.filter((finding) => finding.state === 'CLOSED' || finding.state === 'IN_REVIEW');
    for (const finding of all.filter((one) => one.state === 'CONTINUING')) {
      expect(finding.points.every((point) => point.outcome)).toBe(true);
    }
    for (const finding of submitted) {
      const name = `${finding.no} ${finding.text.slice(0, 12)}`;
      expect(
        finding.actions.every((action) => action.state === 'DONE' && action.evidence.length > 0),
        name,
      ).toBe(true);
      expect(
        finding.points.every((point) => point.outcome),
        name,
      ).toBe(true);
      for (const { established, disposition, recoveries = [], waiver } of finding.money ?? []) {
        if (!established) continue;
        expect(disposition, name).toBeDefined();
        const settled = recoveries.reduce((sum, recovery) => sum + recovery.fen, 0n) + (waiver?.fen ?? 0n);
        if (disposition === 'REFUND_DUE') expect(settled, name).toBe(established.fen);
      }
    }
  });

  test('days run forwards and fall on working days before the demo was made', () => {
    for (const finding of all) {
      const signed = finding.signedOn ?? [];
      expect([...signed].sort()).toEqual(signed);
      const dated = links([finding]).flatMap((piece) => (piece.kind === 'SHARED' ? [] : [piece.date]));
      for (const day of [...signed, ...dated]) {
        expect(day >= days.onSiteFrom && day <= '2026-11-22', `${finding.no}: ${day}`).toBe(true);
        expect([0, 6], `${finding.no}: ${day} is a weekend`).not.toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
      }
      if (finding.state === 'CLOSED') {
        for (const day of dated) expect(day <= signed[0]!, `${finding.no}: ${day} after ${signed[0]}`).toBe(true);
      }
    }
  });

  test('logins and names are unique', () => {
    const logins = people.map((person) => person.login);
    expect(new Set(logins).size).toBe(logins.length);
    const names = people.map((person) => person.name);
    expect(new Set(names).size).toBe(names.length);
    const promised =
      'handler head leader secretary clerk discipline office integrator sysadmin secadmin auditadmin otherhead';
    expect(logins).toEqual(expect.arrayContaining(promised.split(' ')));
  });

  test('the published reports are kept beside the data they come from', async () => {
    await expect(qiaoqingReport()).toMatchFileSnapshot('./content/report.txt');
    await expect(tizongReport()).toMatchFileSnapshot('./content/report-tizong.txt');
    expect(qiaoqingReport().match(/^整改结果：/gm)).toHaveLength(33);
    expect(main.map(printedWord).filter((word) => word === '持续整改')).toHaveLength(5);
  });

  test('the Excel list of the second body has findings with several actions', () => {
    expect(excelRows.filter((row) => row.序号).map((row) => row.序号)).toEqual(['1', '2', '3', '4', '5', '6']);
    expect(excelRows).toHaveLength(14);
    expect(excelTitle).toContain('台账');
    for (const row of excelRows) expect(Object.keys(row)).toEqual([...excelHeader]);
  });
});

const truth = join(reports, '00-yiyang-kexie.json');
describe.skipIf(!existsSync(truth))('nothing of the real report got into the demo', () => {
  /** Everything the demo prints, without spaces and punctuation width. */
  function plain(text: string): string {
    return text.normalize('NFKC').replace(/\s/g, '');
  }
  const ours = () =>
    plain(
      [
        qiaoqingReport(),
        tizongReport(),
        JSON.stringify([all, people, bodies, excelRows], (_, value) =>
          typeof value === 'bigint' ? String(value) : value,
        ),
      ].join('\n'),
    );

  test('no run of 16 characters is shared, the labels of the genre aside', () => {
    const real = plain(readFileSync(truth.replace('.json', '.txt'), 'utf8'));
    const shingles = new Set(Array.from({ length: real.length - 15 }, (_, index) => real.slice(index, index + 16)));
    const clauses = ours().split(/整改情况:|整改结果:.{1,6}。|[一二三四五六]是/);
    const shared = clauses.flatMap((clause) =>
      Array.from({ length: Math.max(0, clause.length - 15) }, (_, index) => clause.slice(index, index + 16)).filter(
        (run) => shingles.has(run),
      ),
    );
    expect(shared).toEqual([]);
  });

  test('no place, company or person of it is named', () => {
    const real = plain(readFileSync(truth.replace('.json', '.txt'), 'utf8'));
    const text = ours();
    for (const name of ['益阳', '桃花江', '安化', '博瑞', '胜希', '鹏晖', '助农米业', '湖南', '大通湖', '科协']) {
      expect(real).toContain(name);
      expect(text).not.toContain(name);
    }
    for (const person of people) expect(real).not.toContain(person.name);
  });
});
