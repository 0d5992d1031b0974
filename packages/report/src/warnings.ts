import type { SetAsideKind } from './set-aside.ts';
import type { ParsedFinding, ParsedReport, ParseWarning } from './types.ts';

export interface FindingNotes {
  damaged: string[];
  ambiguous: string[];
  gaps: number;
}
const OPEN_WORDS =
  /(?:剩余|其余)[^。;]{0,20}(?:计划|待|拟)|计划于|将于|预计.{0,12}完成|待.{0,12}后|将持续推进|明年.{0,8}完成/u;

/** What a reader has to look at. A difference is stated, never repaired. */
export function warningsOf(report: ParsedReport, notes: readonly FindingNotes[]): ParseWarning[] {
  const { findings } = report;
  if (findings.length === 0) {
    return [
      {
        code: 'NO_FINDINGS',
        message:
          '没有识别出任何问题：文中没有“整改情况”一类标签，也没有“关于…的问题”一类标题。请检查文件，或指定哪一级标题是问题。',
      },
    ];
  }
  const warnings = [
    ...counts(report),
    ...findings.flatMap((finding, i) => ofFinding(finding, notes[i] as FindingNotes)),
    ...numbers(findings),
  ];
  if (report.unparsed.length > 0)
    warnings.push({ code: 'UNPARSED', message: `有${report.unparsed.length}处文字没有归入任何部分，请核对。` });
  return [...warnings, ...setAside(report)];
}

const ASIDE: Readonly<Record<SetAsideKind, string>> = {
  PAGE_FURNITURE: '页眉、页脚和页码',
  SITE_CHROME: '网页的导航、按钮和页脚',
  HIDDEN: '隐藏、已删除的文字和水印',
  NOTE: '脚注、尾注和批注',
  UNREAD: '没有读入的内容',
};
const LONGEST_QUOTE = 24;

/** What was left out of the report, by kind, each with its first words: the reader sees that nothing of the report is among it. */
function setAside({ source, otherSpans }: ParsedReport): ParseWarning[] {
  const chrome = otherSpans.filter(({ kind }) => kind === 'chrome');
  const all: { kind: SetAsideKind; text: string }[] = [
    ...chrome.map(({ span }) => ({ kind: 'SITE_CHROME' as const, text: source.text.slice(...span) })),
    ...(source.setAside ?? []),
  ];
  return (Object.keys(ASIDE) as SetAsideKind[]).flatMap((kind): ParseWarning[] => {
    const some = all.filter((one) => one.kind === kind);
    if (some.length === 0) return [];
    const quotes = [...new Set(some.map(({ text }) => short(text)))].slice(0, 3).join('、');
    return [{ code: 'SET_ASIDE', message: `另存、不算正文：${ASIDE[kind]}${some.length}处（${quotes}${some.length > 3 ? '…' : ''}）。` }]; // prettier-ignore
  });
}

const short = (text: string): string => {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line;
};

function counts({ preamble, findings }: ParsedReport): ParseWarning[] {
  const claim = Object.entries(preamble.statedCounts).find(([word]) => /^(?:主要|具体|反馈)?问题$/u.test(word));
  if (!claim || claim[1] === findings.length) return [];
  return [{ code: 'COUNT_MISMATCH', message: `文中说有${claim[1]}个${claim[0]}，实际列出${findings.length}个。` }];
}

function ofFinding(finding: ParsedFinding, { damaged, ambiguous, gaps }: FindingNotes): ParseWarning[] {
  const { seq } = finding;
  const warnings: ParseWarning[] = [];
  for (const quote of damaged)
    warnings.push({ seq, code: 'DATE_DAMAGED', message: `第${seq}个问题：日期“${quote}”残缺，未取值。` });
  for (const quote of ambiguous)
    warnings.push({
      seq,
      code: 'DATE_AMBIGUOUS',
      message: `第${seq}个问题：日期“${quote}”没有年份，无法确定，未取值。`,
    });
  if (gaps > 0) warnings.push({ seq, code: 'ENUMERATOR_GAP', message: `第${seq}个问题：措施序号不连续，请核对。` });
  if (finding.actions.length === 0)
    warnings.push({ seq, code: 'NO_ACTIONS', message: `第${seq}个问题：没有找到整改措施。` });
  if (finding.status === 'UNKNOWN')
    warnings.push({ seq, code: 'STATUS_MISSING', message: `第${seq}个问题：没有写明整改结果。` });
  if (finding.status === 'COMPLETED' && finding.actions.some(({ text }) => OPEN_WORDS.test(text))) {
    warnings.push({
      seq,
      code: 'STATUS_CONTRADICTED',
      message: `第${seq}个问题：结果写“${finding.resultText ?? ''}”，但措施中还有未完成的内容，请核对。`,
    });
  }
  return warnings;
}

/** Repeated and skipped numbers, within runs that count on. */
function numbers(findings: readonly ParsedFinding[]): ParseWarning[] {
  const value = (finding: ParsedFinding): number =>
    Number(/\d+/u.exec((finding.printedNumber ?? '').normalize('NFKC'))?.[0] ?? NaN);
  return findings.slice(1).flatMap((finding, i): ParseWarning[] => {
    const [before, now] = [value(findings[i] as ParsedFinding), value(finding)];
    if (now === before)
      return [{ seq: finding.seq, code: 'NUMBER_REPEATED', message: `编号“${finding.printedNumber ?? ''}”出现两次。` }];
    if (now > before + 1)
      return [{ seq: finding.seq, code: 'NUMBER_MISSING', message: `编号${before}之后直接是${now}。` }];
    return [];
  });
}
