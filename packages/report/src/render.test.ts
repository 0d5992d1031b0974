import { describe, expect, it } from 'vitest';
import { parseReport, readParsedReport, renderReport } from './index.ts';
import { fixture, fixtures } from './testing/fixtures.ts';
import { variants } from './testing/layouts.ts';
import type { ParsedFinding, ParsedReport } from './types.ts';

const copy = (parsed: ParsedReport): ParsedReport => readParsedReport(JSON.parse(JSON.stringify(parsed)));
const at = (parsed: ParsedReport, i: number): ParsedFinding => parsed.findings[i] as ParsedFinding;
/** Too short for the edits below (no third measure, two findings to an aspect), or several findings to a paragraph. */
const SHORT = /^(?:2[2348]|3[12456789]|4[0-2])-/u;
const texts = [...fixtures().filter((f) => !SHORT.test(f.name)), ...variants()].map((f) => [f.name, f.text] as const);

/** What differs between two texts: the part between the common start and the common end. */
function difference(before: string, after: string): { removed: string; added: string } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { removed: before.slice(start, before.length - end), added: after.slice(start, after.length - end) };
}

describe.each(texts)('%s', (_, text) => {
  const parsed = parseReport(text);

  it('through JSON and back renders the same text', () => expect(renderReport(copy(parsed))).toBe(text));

  it('an edited description changes only its own place', () => {
    for (const i of [0, Math.min(3, parsed.findings.length - 1), parsed.findings.length - 1]) {
      const edited = copy(parsed);
      const { description } = at(edited, i);
      at(edited, i).description = `${description.slice(0, 4)}【改】${description.slice(4)}`;
      expect(difference(text, renderReport(edited))).toEqual({ removed: '', added: '【改】' });
      expect(parseReport(renderReport(edited)).findings[i]?.description).toBe(at(edited, i).description);
    }
  });

  it('an edited measure changes only its own place, with or without its full stop', () => {
    const edited = copy(parsed);
    const finding = edited.findings.find((f) => f.actions.length > 1) as ParsedFinding;
    const action = finding.actions[1] as { text: string };
    const before = action.text;
    action.text = '新的措施内容';
    expect(difference(text, renderReport(edited))).toEqual(difference(text, text.replace(before, '新的措施内容')));
    action.text = '新的措施内容。';
    expect(renderReport(edited)).toBe(text.replace(before, '新的措施内容'));
  });

  it('a dropped measure goes, the others are counted anew and keep their words', () => {
    const edited = copy(parsed);
    const i = edited.findings.findIndex((f) => f.actions.length > 2);
    at(edited, i).actions.splice(1, 1);
    const again = parseReport(renderReport(edited));
    expect(again.findings.map((f) => f.actions.map((a) => a.text))).toEqual(
      edited.findings.map((f) => f.actions.map((a) => a.text)),
    );
    expect(again.findings.map((f) => [f.description, f.status])).toEqual(
      parsed.findings.map((f) => [f.description, f.status]),
    );
    expect(again.warnings.filter((w) => w.code === 'ENUMERATOR_GAP')).toEqual([]);
  });

  it('an added measure is enumerated like the others', () => {
    const edited = copy(parsed);
    const i = edited.findings.findIndex((f) => f.actions.length > 1);
    at(edited, i).actions.push({ text: '新增的措施', span: null });
    at(edited, i).actions.splice(1, 0, { text: '插入的措施。', span: null });
    const again = parseReport(renderReport(edited));
    const wanted = at(edited, i).actions.map((a) => a.text.replace('插入的措施。', '插入的措施'));
    expect(again.findings[i]?.actions.map((a) => a.text)).toEqual(wanted);
    expect(again.findings.map((f) => [f.description, f.status])).toEqual(
      parsed.findings.map((f) => [f.description, f.status]),
    );
  });

  it('a changed status is printed in the words of the report', () => {
    const edited = copy(parsed);
    const i = edited.findings.findIndex((f) => f.status === 'COMPLETED');
    if (i < 0) return expect(parsed.findings.every((f) => f.status === 'UNKNOWN')).toBe(true);
    at(edited, i).status = 'ONGOING';
    const words = parsed.findings.find((f) => f.status === 'ONGOING')?.resultText;
    const again = parseReport(renderReport(edited));
    expect(again.findings.map((f) => f.status)).toEqual(edited.findings.map((f) => f.status));
    expect(again.findings[i]?.resultText).toBe(words);
    expect(again.findings.map((f) => f.actions.map((a) => a.text))).toEqual(
      parsed.findings.map((f) => f.actions.map((a) => a.text)),
    );
  });

  it('a dropped finding leaves the others as they were', () => {
    const edited = copy(parsed);
    const i = edited.findings.findIndex(
      (f, k) =>
        k > 0 &&
        k < edited.findings.length - 1 &&
        edited.findings[k + 1]?.category === f.category &&
        edited.findings[k - 1]?.category === f.category,
    );
    edited.findings.splice(i, 1);
    const again = parseReport(renderReport(edited));
    expect(again.findings.map((f) => f.description)).toEqual(edited.findings.map((f) => f.description));
    expect(again.findings.map((f) => f.actions.length)).toEqual(edited.findings.map((f) => f.actions.length));
  });

  it('an added finding is printed like its neighbour', () => {
    const edited = copy(parsed);
    const last = edited.findings.length - 1;
    const fresh: ParsedFinding = {
      ...at(edited, last),
      seq: last + 2,
      printedNumber: null,
      description: '新情况比较突出。具体情况说明。',
      actions: [
        { text: '第一项措施', span: null },
        { text: '另一项措施', span: null },
      ],
      status: 'COMPLETED',
      resultText: null,
      spans: [],
      layout: null,
    };
    edited.findings.push(fresh);
    const again = parseReport(renderReport(edited));
    expect(again.findings.slice(0, -1).map((f) => f.description)).toEqual(parsed.findings.map((f) => f.description));
    expect(again.findings.at(-1)?.actions.map((a) => a.text)).toEqual(['第一项措施', '另一项措施']);
    expect(again.findings.at(-1)?.title).toContain('新情况比较突出');
    expect(again.findings.at(-1)?.status).toBe('COMPLETED');
  });
});

describe('details of the sample layout', () => {
  const { text } = fixture('03-laonianxiehui-sample-like');
  const parsed = parseReport(text);

  it('dropping the second of three measures renumbers the third, exactly', () => {
    const edited = copy(parsed);
    at(edited, 0).actions.splice(1, 1);
    expect(renderReport(edited)).toBe(
      text.replace('二是1月5日，再次召开党组会，研究贯彻意见。三是2月底前', '二是2月底前'),
    );
  });

  it('a result text that somebody typed is printed as typed; an emptied one takes its line with it', () => {
    const edited = copy(parsed);
    at(edited, 0).resultText = '基本完成整改';
    expect(difference(text, renderReport(edited))).toEqual({ removed: '已整改到位', added: '基本完成整改' });
    at(edited, 0).resultText = null;
    expect(renderReport(edited)).toBe(text.replace('\r\n整改结果：已整改到位。', ''));
  });

  it('plain fields without the recorded places render as well', () => {
    const edited = copy(parsed);
    for (const finding of edited.findings) finding.layout = null;
    at(edited, 1).description = '服务群众不够主动。';
    expect(difference(text, renderReport(edited)).added).toBe('');
    expect(parseReport(renderReport(edited)).findings[1]?.description).toBe('服务群众不够主动。');
  });
});

describe('readParsedReport', () => {
  const good = (): Record<string, unknown> =>
    JSON.parse(JSON.stringify(parseReport(fixture('05-audit-status-first').text))) as Record<string, unknown>;
  it.each([
    ['a list', [], '应为对象'],
    ['no findings', { ...good(), findings: undefined }, 'findings应为列表'],
    [
      'a wrong status',
      { ...good(), findings: [{ ...(good()['findings'] as object[])[0], status: 'DONE' }] },
      'findings[0].status应为COMPLETED',
    ],
    [
      'a wrong span',
      { ...good(), findings: [{ ...(good()['findings'] as object[])[0], spans: [[5, 2]] }] },
      'findings[0].spans[0]',
    ],
    ['a span outside the text', { ...good(), source: { sha256: '', text: '短' } }, 'findings[0]应为位置不超出原文'],
    ['no source', { ...good(), source: null }, 'source应为对象'],
  ])('refuses %s and names the place', (_, value, words) => expect(() => readParsedReport(value)).toThrow(words));
});
