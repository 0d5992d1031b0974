import { compareStated } from '@closeout/domain';
import type { ParsedFinding, Span } from '@closeout/report';
import { placesIn, placesOf } from '../corrections/place.ts';
import { clauseAround, roundingOf } from './amounts.ts';
import type { Batch, BatchContext } from './batch.ts';

type SumRow = Batch['sums'][number];

const base = (
  ctx: BatchContext,
  findingId: string,
  ordinal: number,
  span: Span | null,
): Pick<
  SumRow,
  'id' | 'findingId' | 'ordinal' | 'spanFrom' | 'spanTo' | 'importId' | 'createdAt' | 'updatedByName'
> => ({
  id: ctx.newId(),
  findingId,
  ordinal,
  spanFrom: span?.[0] ?? null,
  spanTo: span?.[1] ?? null,
  importId: ctx.importId,
  createdAt: ctx.now,
  updatedByName: ctx.by.name,
});

/** Where the sums of a description stand in the source. */
function spansOfAmounts(text: string, finding: ParsedFinding): (Span | null)[] {
  const pieces = finding.layout?.description ?? finding.spans;
  const from = pieces[0]?.[0] ?? 0;
  return placesOf(
    text,
    finding.problemAmounts.map(({ quote }) => quote),
    [from, pieces.at(-1)?.[1] ?? 0],
  );
}

/**
 * The sums of a finding as its text states them, undecided. A printed refund is proposed as a sum of its own unless a
 * stated sum explains it, exactly or within its rounding (1.5万元 = 15,150元); nothing is established or recovered.
 */
export function addSums(
  batch: Batch,
  ctx: BatchContext,
  text: string,
  finding: ParsedFinding,
  findingId: string,
): void {
  const spans = spansOfAmounts(text, finding);
  const inText = placesOf(
    finding.description,
    finding.problemAmounts.map(({ quote }) => quote),
    [0, finding.description.length],
  );
  const stated = finding.problemAmounts.map((amount, index): SumRow => ({
    ...base(ctx, findingId, index + 1, spans[index] ?? null),
    label:
      clauseAround(finding.description, inText[index]?.[0] ?? 0, inText[index] ? amount.quote : '') || amount.quote,
    statedFen: BigInt(amount.fen),
    statedText: amount.quote,
    statedRoundingFen: roundingOf(amount.quote),
    perHead: amount.perHead,
  }));
  const free = new Set(
    stated
      .filter((sum) => !sum.perHead)
      .map((sum) => ({ fen: sum.statedFen as bigint, rounding: sum.statedRoundingFen as bigint | null })),
  );
  const places = placesIn(text, finding).refunds;
  const proposed = finding.refunds.flatMap((refund, index): SumRow[] => {
    const explained = [...free].find(({ fen, rounding }) =>
      ['EQUAL', 'ROUNDED'].includes(compareStated(fen, rounding, BigInt(refund.fen))),
    );
    if (explained !== undefined) {
      free.delete(explained);
      return [];
    }
    const span = places[index] ?? null;
    return [
      {
        ...base(ctx, findingId, 0, span),
        label: `原文称${refund.verb}${refund.quote}`,
        statedFen: null,
        statedText: null,
      },
    ];
  });
  batch.sums.push(...stated, ...proposed.map((sum, index) => ({ ...sum, ordinal: stated.length + index + 1 })));
}
