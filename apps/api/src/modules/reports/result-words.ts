import type { FindingState, Result, RoundSettings } from '@closeout/domain';

/** Words of a result where the round has none of its own. */
const DEFAULTS: Record<Exclude<Result, 'UNKNOWN'>, string> = {
  COMPLETED: '已整改到位',
  BASICALLY: '基本完成整改',
  PARTIAL: '部分整改',
  ONGOING: '持续整改',
  NOT_DONE: '未完成整改',
};

/** What is printed of a finding that is still being worked on. */
const RUNNING_WORDS = '正在整改';

/** All words that the result column may offer under these settings. */
export const offeredWords = (settings: RoundSettings): string[] => [
  ...new Set([
    ...Object.entries(DEFAULTS).map(([result, words]) => settings.resultWords[result as Result] ?? words),
    RUNNING_WORDS,
  ]),
];

export interface PrintedResult {
  status: Result;
  words: string | null;
}

/**
 * The result as a report prints it: what was signed (closed, continuing), what a source claims of a finding that is only
 * recorded, and 正在整改 for everything that is being worked on, whatever a source once claimed.
 */
export function printedResult(
  finding: { state: FindingState; result: Result; resultText: string | null },
  settings: RoundSettings,
): PrintedResult {
  const wordsOf = (result: Result): string | null =>
    result === 'UNKNOWN' ? null : (settings.resultWords[result] ?? DEFAULTS[result]);
  switch (finding.state) {
    case 'CLOSED':
      return { status: 'COMPLETED', words: wordsOf('COMPLETED') };
    case 'CONTINUING':
      return { status: 'ONGOING', words: wordsOf('ONGOING') };
    case 'RECORDED':
      return { status: finding.result, words: finding.resultText ?? wordsOf(finding.result) };
    default:
      return { status: 'ONGOING', words: RUNNING_WORDS };
  }
}
