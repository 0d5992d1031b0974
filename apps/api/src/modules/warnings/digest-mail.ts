import { WARNING_LEVELS, type WarningLevel } from '@closeout/domain';
import { encodeId } from '../../read/ids.ts';

/** What a digest says: which findings and notices stand at which level. Only numbers: no text of them, no name. */
export interface DigestLine {
  about: 'FINDING' | 'NOTICE';
  /** The uuid of what it is about. */
  id: string;
  /** Reference number of the finding, number of the notice. */
  number: string;
  level: WarningLevel;
  dueOn: string;
}

const WORDS: Record<WarningLevel, [zh: string, en: string]> = {
  RED: ['红色(已逾期)', 'red (overdue)'],
  YELLOW: ['黄色(即将到期)', 'yellow (due soon)'],
  GREEN: ['绿色(首次提醒)', 'green (first reminder)'],
};

const lineWords: Record<DigestLine['about'], (line: DigestLine, baseUrl: string) => string> = {
  FINDING: ({ number, dueOn, id }, baseUrl) =>
    `  ${number}  期限 / due ${dueOn}\n  ${baseUrl}/findings/${encodeId('fnd', id)}`,
  NOTICE: ({ number, dueOn, id }, baseUrl) =>
    `  ${number}  回复期限 / reply due ${dueOn}\n  ${baseUrl}/notices/${encodeId('ntc', id)}`,
};

/** Subject and text of one mail: counts, numbers, due days and links. */
export function digestMail(lines: readonly DigestLine[], baseUrl: string): { subject: string; text: string } {
  const groups = [...WARNING_LEVELS].reverse().map((level) => ({
    level,
    of: lines.filter((line) => line.level === level),
  }));
  const parts = groups
    .filter(({ of }) => of.length > 0)
    .map(({ level, of }) => [
      `${WORDS[level][0]} / ${WORDS[level][1]}: ${of.length}`,
      ...of.map((line) => lineWords[line.about](line, baseUrl)),
      '',
    ]);
  return {
    subject: `销号 Closeout: ${lines.length} 项期限预警`,
    text: [`${baseUrl}/warnings`, '', ...parts.flat()].join('\n'),
  };
}
