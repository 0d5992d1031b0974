/**
 * Test support: derives other reports from the real one at run time, with other names, years, days, sums, labels,
 * enumerators, punctuation and order, and the truth that goes with them. Nothing of the real report is stored.
 */
import { chinese } from '../docx/number-formats.ts';
import { fenOf } from '../money.ts';
import type { Truth, TruthFinding } from './score.ts';

export interface Derived {
  text: string;
  truth: Truth;
}
type Change = (report: Derived) => Derived;

/** Changes words everywhere, in the text and in the truth. */
const replaceAll =
  (pairs: readonly (readonly [string, string])[]): Change =>
  ({ text, truth }) => {
    const swap = (words: string): string => pairs.reduce((all, [from, to]) => all.replaceAll(from, to), words);
    return { text: swap(text), truth: JSON.parse(swap(JSON.stringify(truth))) as Truth };
  };

/** Changes the text by a rule, and every string of the truth by the same rule; dates are changed apart. */
const rewrite =
  (text: (words: string) => string, date: (iso: string) => string): Change =>
  (report) => {
    const walk = (value: unknown, key: string): unknown => {
      if (typeof value === 'string') return /^(?:date|.*_(?:date|start|end))$/u.test(key) ? date(value) : text(value);
      if (Array.isArray(value)) return value.map((item) => walk(item, key));
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner, name)]));
    };
    return { text: text(report.text), truth: walk(report.truth, '') as Truth };
  };

export const otherNames = replaceAll([
  ['益阳市', '云浦市'],
  ['益阳', '云浦'],
  ['科学技术协会', '农业农村局'],
  ['市科协', '市农业局'],
  ['省科协', '省农业厅'],
  ['市委第三巡察组', '市委第七巡察组'],
  ['纪检', '督查'],
]);

/** Two years later, and every day before the 28th one day later. */
export const otherDates = rewrite(
  (words) =>
    words
      .replace(/20(1\d|2\d)(?=[年、]|年度)/gu, (year) => String(Number(year) + 2))
      .replace(/(?<=月|至)(\d{1,2})日/gu, (_, day: string) => `${later(Number(day))}日`),
  (iso) =>
    iso
      .replace(/\d{4}/gu, (year) => String(Number(year) + 2))
      .replace(/(?<=\d{4}-\d\d-)\d\d/gu, (day) => String(later(Number(day))).padStart(2, '0')),
);
const later = (day: number): number => (day < 28 ? day + 1 : day);

const otherDigits = (digits: string): string => digits.replace(/[1-9]/gu, (d) => String((Number(d) % 9) + 1));

/** Other sums of money; fen are computed from the new words. */
export const otherSums: Change = (report) => {
  const SUM = /(\d+(?:\.\d+)?)(亿|万)?元/gu;
  const swap = (words: string): string =>
    words.replace(SUM, (all, digits: string) => all.replace(digits, otherDigits(digits)));
  const amounts = <T>(list: T[] | undefined): T[] | undefined =>
    list?.map((entry) => {
      const amount = entry as { quote: string; fen: number };
      const quote = swap(amount.quote);
      const [, digits = '', scale = ''] = /(\d+(?:\.\d+)?)(亿|万)?元/u.exec(quote) ?? [];
      return { ...entry, quote, fen: fenOf(digits, { 亿: 10, 万: 6 }[scale] ?? 2) };
    });
  const findings = report.truth.findings.map((finding): TruthFinding => ({
    ...finding,
    title: swap(finding.title),
    description: finding.description ? swap(finding.description) : finding.description,
    problem_amounts: amounts(finding.problem_amounts),
    refunds: amounts(finding.refunds),
  }));
  return { text: swap(report.text), truth: { ...report.truth, findings } };
};

/** Other labels, result words and enumerators. */
export const otherLabels =
  (measures: string, result: string, mark: (n: number) => string): Change =>
  ({ text, truth }) => ({
    truth,
    text: text
      .replaceAll('整改情况:', measures)
      .replaceAll('整改结果:', result)
      .replaceAll('已整改到位', '已完成整改')
      .replace(/(?<=[。:】])([一二三四五六])是/gu, (_, numeral: string) => mark('一二三四五六'.indexOf(numeral) + 1)),
  });

/** The aspects in reverse order, findings numbered anew. */
export const otherOrder: Change = ({ text, truth }) => {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith('二、')) + 2;
  const to = lines.findIndex((line) => line.startsWith('三、'));
  const blocks: string[][] = [];
  for (const line of lines.slice(from, to)) {
    if (/^\([一二三四五六七]\)/u.test(line)) blocks.push([]);
    blocks.at(-1)?.push(line);
  }
  let number = 0;
  const body = blocks.reverse().flatMap((block, i) =>
    block.map((line, k) => {
      if (k === 0) return line.replace(/^\(.\)/u, `(${chinese(i + 1)})`);
      return /^\d+\./u.test(line) ? line.replace(/^\d+\./u, `${(number += 1)}.`) : line;
    }),
  );
  const categories = [...new Set(truth.findings.map((finding) => finding.category))].reverse();
  const findings = categories.flatMap((category) => truth.findings.filter((finding) => finding.category === category));
  return { text: [...lines.slice(0, from), ...body, ...lines.slice(to)].join('\n'), truth: { ...truth, findings } };
};

/** Full-width punctuation and Windows line ends, as documents have them. */
export const fullWidth: Change = ({ text, truth }) => ({
  truth,
  text: text
    .replace(
      /(?<!\d)[,:;()]|[,:;()](?!\d)/gu,
      (sign) => ({ ',': '，', ':': '：', ';': '；', '(': '（', ')': '）' })[sign] ?? sign,
    )
    .replaceAll('\n', '\r\n'),
});

export const derive = (report: Derived, ...changes: Change[]): Derived =>
  changes.reduce((result, change) => change(result), report);
