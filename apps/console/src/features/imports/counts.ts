import type { LedgerWorkbook } from '@closeout/documents/ledger-types';
import type { ParsedReport } from '@closeout/report/types';

/** What a source became, counted. */
export type ImportCounts = {
  findings: number;
  actions: number;
  meetings: number;
  documents: number;
  talks: number;
  refunds: number;
  refundFen: bigint;
  unparsed: number;
};

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** Counts of a report as it stands after the corrections. */
export function reportCounts({ findings, unparsed }: ParsedReport): ImportCounts {
  return {
    findings: findings.length,
    actions: total(findings.map((each) => each.actions.length)),
    meetings: total(findings.map((each) => each.meetings.length)),
    documents: total(findings.map((each) => each.documents.length)),
    talks: total(findings.map((each) => each.talks.length)),
    refunds: total(findings.map((each) => each.refunds.length)),
    refundFen: findings.flatMap((each) => each.refunds).reduce((sum, { fen }) => sum + BigInt(fen), 0n),
    unparsed: total(unparsed.map(({ text }) => text.replace(/\s/g, '').length)),
  };
}

/** Counts of a list; a list names no meetings or talks of its own. */
export function workbookCounts({ findings }: LedgerWorkbook): ImportCounts {
  const sums = findings.flatMap(({ recoveredAmount }) => (recoveredAmount ? [BigInt(recoveredAmount.fen)] : []));
  return {
    findings: findings.length,
    actions: total(findings.map((each) => each.actions.length)),
    meetings: 0,
    documents: 0,
    talks: 0,
    refunds: sums.length,
    refundFen: sums.reduce((sum, fen) => sum + fen, 0n),
    unparsed: 0,
  };
}

export type StatedCount = { word: string; stated: number; counted: number | null };

const RESULT_WORDS = /^(?:已|正在|持续|未|基本|部分|阶段性|整改完成)/;

/** What the text claims beside what was counted; `null` where nothing countable answers to the word. */
export function statedCounts(parsed: ParsedReport): StatedCount[] {
  const meetings = [...parsed.preamble.meetings, ...parsed.findings.flatMap((each) => each.meetings)];
  const counted = (word: string): number | null => {
    if (/^(?:主要|具体|反馈|村级党组织)?问题$/.test(word)) return parsed.findings.length;
    if (word === '方面') return parsed.categories.length;
    if (/措施|任务$/.test(word)) return total(parsed.findings.map((each) => each.actions.length));
    const short = word.replace('会议', '会').replace('专题', '');
    if (short.endsWith('会')) return meetings.filter(({ type }) => type.replace('专题', '') === short).length;
    if (RESULT_WORDS.test(word)) return parsed.findings.filter(({ resultText }) => resultText?.includes(word)).length;
    return null;
  };
  return Object.entries(parsed.preamble.statedCounts).map(([word, stated]) => ({
    word,
    stated,
    counted: counted(word),
  }));
}

/** How many findings the text says it has, where it says so. */
export function statedFindings(parsed: ParsedReport): number | null {
  return statedCounts(parsed).find(({ word }) => word.endsWith('问题') && !/共性/.test(word))?.stated ?? null;
}
