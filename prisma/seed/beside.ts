import { parties } from './content/parties.ts';
import { days as demoDays } from './content/bodies.ts';
import type { BodyKey, DemoFinding, DemoIndicator } from './content/types.ts';
import { at, dateOf } from './days.ts';
import { personOf, type Stage } from './stage.ts';

/** The baseline in the words of the feedback: 73.6%, or a count with its unit such as 186家未建. */
function baselineOf(words: string) {
  const percent = /^(\d+)(?:\.(\d{1,2}))?%$/.exec(words);
  if (percent) return { statedBasisPoints: Number(percent[1]) * 100 + Number((percent[2] ?? '').padEnd(2, '0')) };
  return { numerator: Number.parseInt(words, 10) };
}

const unitOf = (words: string): string | null => /^\d+([^\d%])/.exec(words)?.[1] ?? null;

/** What stands beside the actions of one finding: its figures and whom it names outside the body. */
export function seedBeside(stage: Stage, body: BodyKey, finding: DemoFinding): void {
  for (const [index, indicator] of (finding.indicators ?? []).entries())
    seedIndicator(stage, body, finding, indicator, index + 1);
  seedParties(stage, body, finding);
}

function seedIndicator(stage: Stage, body: BodyKey, finding: DemoFinding, one: DemoIndicator, ordinal: number): void {
  const { rows, id } = stage;
  const indicatorId = id(`indicator:${body}:${finding.no}:${ordinal}`);
  const byName = personOf(finding.handler).name;
  const entered = at('2026-07-02', '10:15');
  rows.indicators.push({
    id: indicatorId,
    findingId: id(`finding:${body}:${finding.no}`),
    bodyId: id(`body:${body}`),
    ordinal,
    name: one.name,
    unit: unitOf(one.baseline),
    target: null,
    createdAt: entered,
    createdByName: byName,
  });
  const readings = [
    {
      kind: 'BASELINE' as const,
      definition: one.statedDefinition ?? one.definition,
      ...baselineOf(one.baseline),
      asOf: dateOf(demoDays.feedback),
      source: '反馈意见',
      createdAt: entered,
    },
    {
      kind: 'PROGRESS' as const,
      definition: one.definition,
      numerator: one.numerator,
      denominator: one.denominator,
      asOf: dateOf(one.asOf),
      source: null,
      createdAt: at(one.asOf, '16:40'),
    },
  ];
  for (const [index, reading] of readings.entries())
    rows.readings.push({
      id: id(`reading:${body}:${finding.no}:${ordinal}:${index + 1}`),
      indicatorId,
      ordinal: index + 1,
      ...reading,
      createdByName: byName,
    });
}

function seedParties(stage: Stage, body: BodyKey, finding: DemoFinding): void {
  const own = parties.filter((one) => one.body === body && one.no === finding.no);
  for (const [index, { kind, name, fact, progress, outcome }] of own.entries())
    stage.rows.parties.push({
      id: stage.id(`party:${body}:${finding.no}:${index + 1}`),
      findingId: stage.id(`finding:${body}:${finding.no}`),
      bodyId: stage.id(`body:${body}`),
      ordinal: index + 1,
      kind,
      name,
      fact,
      progress: progress ?? null,
      outcome: outcome ?? null,
      createdAt: at('2026-07-02', '10:30'),
      updatedAt: at('2026-10-20', '09:20'),
      updatedByName: personOf(finding.handler).name,
    });
}
