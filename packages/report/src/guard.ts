import type { ParsedReport } from './types.ts';

/** A value that is not a parsed report; the message names the place and what is expected there. */
export class ParsedReportError extends Error {
  override readonly name = 'ParsedReportError';
}

type Check = (value: unknown, path: string) => void;

const fail = (path: string, expected: string): never => {
  throw new ParsedReportError(`不是有效的已解析报告：${path}应为${expected}。`);
};
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text: Check = (value, path) => void (typeof value === 'string' || fail(path, '文字'));
const integer: Check = (value, path) => void (Number.isSafeInteger(value) || fail(path, '整数'));
const flag: Check = (value, path) => void (typeof value === 'boolean' || fail(path, 'true或false'));
const nullable =
  (check: Check): Check =>
  (value, path) =>
    void (value === null || value === undefined || check(value, path));
const list =
  (check: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value)) return fail(path, '列表');
    value.forEach((item: unknown, i) => check(item, `${path}[${i}]`));
  };
const record =
  (fields: Record<string, Check>): Check =>
  (value, path) => {
    if (!isRecord(value)) return fail(path, '对象');
    for (const [key, check] of Object.entries(fields)) check(value[key], path ? `${path}.${key}` : key);
  };
const oneOf =
  (...words: string[]): Check =>
  (value, path) =>
    void (words.includes(value as string) || fail(path, `${words.join('、')}之一`));
const span: Check = (value, path) => {
  const ok =
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((n) => Number.isSafeInteger(n)) &&
    (value[0] as number) >= 0 &&
    (value[0] as number) <= (value[1] as number);
  if (!ok) fail(path, '[起, 止)两个整数');
};

const status = oneOf('COMPLETED', 'BASICALLY', 'PARTIAL', 'ONGOING', 'NOT_DONE', 'UNKNOWN');
const layout = record({
  whole: span,
  description: list(span),
  actions: list(record({ enumerator: span, text: span })),
  result: nullable(span),
  resultWhole: nullable(span),
  status,
});
const meeting = record({
  date: nullable(text),
  precision: oneOf('DAY', 'TENDAY', 'MONTH', 'RANGE', 'NONE', 'DAMAGED'),
  year: nullable(oneOf('STATED', 'CARRIED', 'ROLLOVER', 'INFERRED')),
  type: text,
  quote: text,
});
const finding = record({
  seq: integer,
  printedNumber: nullable(text),
  body: nullable(text),
  category: nullable(text),
  title: text,
  description: text,
  actions: list(record({ text, span: nullable(span) })),
  resultText: nullable(text),
  status,
  responsible: record({
    leader: nullable(text),
    department: nullable(text),
    person: nullable(text),
    deadline: nullable(text),
  }),
  problemAmounts: list(record({ fen: integer, quote: text, perHead: flag })),
  refunds: list(record({ fen: integer, quote: text, verb: text, date: nullable(text) })),
  otherAmounts: list(record({ fen: integer, quote: text })),
  meetings: list(meeting),
  documents: list(
    record({
      title: text,
      number: nullable(text),
      date: nullable(text),
      status: oneOf('ISSUED', 'DRAFT', 'ISSUED_BY_OTHER', 'REFERENCED'),
    }),
  ),
  talks: list(record({ date: nullable(text), type: text, quote: text })),
  spans: list(span),
  layout: nullable(layout),
});
const kind = nullable(oneOf('body', 'part', 'cnParen', 'num', 'numParen', 'circled', 'problem', 'label', 'table'));
const words = list(text);
const report = record({
  profile: record({
    findingLevel: kind,
    categoryLevel: kind,
    groupLevels: list(kind),
    labels: record({
      finding: words,
      measures: words,
      status: words,
      leader: words,
      department: words,
      person: words,
      deadline: words,
    }),
    evidence: oneOf('LABEL', 'WRAPPER', 'STATUS', 'ENUMERATOR', 'PACKED', 'TOPIC', 'TABLE', 'NONE'),
    enumerator: nullable(text),
    statusPosition: oneOf(
      'LABEL_BEFORE',
      'LABEL_AFTER',
      'FIRST_SENTENCE',
      'LAST_SENTENCE',
      'PARENTHESES',
      'MIXED',
      'NONE',
    ),
    bodyLevel: kind,
    punctuation: oneOf('FULL', 'HALF'),
    newline: oneOf('\n', '\r\n'),
    corrected: nullable(record({ findingLevel: kind, categoryLevel: kind, labels: nullable(record({})) })),
  }),
  preamble: record({ statedCounts: record({}), meetings: list(meeting), contact: record({}) }),
  categories: list(record({ title: text, firstSeq: integer, lastSeq: integer })),
  findings: list(finding),
  otherSpans: list(record({ kind: text, span })),
  unparsed: list(record({ span, text })),
  warnings: list(record({ code: text, message: text })),
  source: record({ sha256: text, text }),
});

/** The value as a parsed report, or a ParsedReportError that names the first place that does not fit. */
export function readParsedReport(value: unknown): ParsedReport {
  report(value, '');
  const parsed = value as ParsedReport;
  const { length } = parsed.source.text;
  for (const [i, f] of parsed.findings.entries()) {
    const ends = [
      ...f.spans,
      ...f.actions.flatMap((a) => (a.span ? [a.span] : [])),
      ...(f.layout ? [f.layout.whole] : []),
    ].map(([, end]) => end);
    if (ends.some((end) => end > length)) fail(`findings[${i}]`, '位置不超出原文（source.text）的内容');
  }
  return parsed;
}
