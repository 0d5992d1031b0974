import { invalid, LIMITS } from '@closeout/domain';
import type { FindingLayout, ParsedFinding, Span } from '@closeout/report';
import { firstSentence, optionalText, requireText } from '../../text.ts';
import type { EditFindingEdit, SeqEdit } from '../import.edits.ts';
import { findingAt, layoutAt, replaced, withFindings, type Draft } from './draft.ts';

/** Typed words are printed by the report; the meaning of a printed result (status alone) is a correction of the reading. */
export function editFinding(draft: Draft, edit: EditFindingEdit): Draft {
  const finding = findingAt(draft, edit.seq, 'editFinding');
  const category = optionalText(edit.category, 'editFinding.category', LIMITS.title);
  const resultText = optionalText(edit.resultText, 'editFinding.resultText', LIMITS.title);
  const readAs =
    edit.status && resultText === undefined && finding.layout !== null
      ? { ...finding.layout, status: edit.status }
      : finding.layout;
  return replaced(draft, {
    ...finding,
    ...(edit.title === undefined ? {} : { title: requireText(edit.title, 'editFinding.title', LIMITS.title) }),
    ...(edit.description === undefined
      ? {}
      : { description: requireText(edit.description, 'editFinding.description', LIMITS.longText) }),
    ...(category === undefined ? {} : { category }),
    ...(edit.status ? { status: edit.status } : {}),
    ...(resultText === undefined ? {} : { resultText }),
    layout: readAs,
  });
}

/** The stretch is no finding: it leaves the list and stays, unread, in the source and in the report. */
export function notAFinding(draft: Draft, { seq }: SeqEdit): Draft {
  const finding = findingAt(draft, seq, 'notAFinding');
  if (draft.parsed.findings.length === 1)
    throw invalid('notAFinding.seq', 'imports.lastFinding', 'the last finding stays; give the import up instead');
  const otherSpans = [
    ...draft.parsed.otherSpans,
    ...finding.spans.map((span) => ({ kind: 'organisation' as const, span })),
  ];
  otherSpans.sort((a, b) => a.span[0] - b.span[0]);
  return withFindings(
    { ...draft, parsed: { ...draft.parsed, otherSpans } },
    draft.parsed.findings.filter((one) => one !== finding),
  );
}

const withoutStop = (text: string, [from, to]: Span): Span => [
  from,
  /[。;；]\s*$/u.test(text.slice(from, to)) ? from + text.slice(from, to).replace(/[。;；]\s*$/u, '').length : to,
];

/**
 * 并入上一问题. Before a finding without measures of its own, the text continues its description; behind measures, the
 * text is one more measure. The source’s words stay where they are.
 */
export function mergeFinding(draft: Draft, { seq }: SeqEdit): Draft {
  const second = findingAt(draft, seq, 'mergeFinding');
  const first = draft.parsed.findings[seq - 2];
  if (first === undefined)
    throw invalid('mergeFinding.seq', 'imports.noFindingBefore', 'there is no finding before the first one');
  const merged = first.actions.length === 0 ? describedOn(draft, first, second) : measuredOn(draft, first, second);
  const findings = draft.parsed.findings.flatMap((one) => (one === first ? [merged] : one === second ? [] : [one]));
  return withFindings({ ...draft, checkedSeqs: draft.checkedSeqs.filter((one) => one !== first.seq) }, findings);
}

/** What both parts tell together; the later printed result counts. */
function together(first: ParsedFinding, second: ParsedFinding): ParsedFinding {
  const [a, b] = [layoutAt(first, 'mergeFinding'), layoutAt(second, 'mergeFinding')];
  const result = second.resultText === null ? { from: first, at: a } : { from: second, at: b };
  const layout: FindingLayout = {
    whole: [a.whole[0], b.whole[1]],
    description: a.description,
    actions: [...a.actions, ...b.actions],
    result: result.at.result,
    resultWhole: result.at.resultWhole,
    status: result.at.status,
  };
  return {
    ...first,
    actions: [...first.actions, ...second.actions],
    resultText: result.from.resultText,
    status: result.from.status,
    refunds: [...first.refunds, ...second.refunds],
    otherAmounts: [...first.otherAmounts, ...second.otherAmounts],
    meetings: [...first.meetings, ...second.meetings],
    documents: [...first.documents, ...second.documents],
    talks: [...first.talks, ...second.talks],
    spans: [...first.spans, ...second.spans],
    layout,
  };
}

function describedOn(draft: Draft, first: ParsedFinding, second: ParsedFinding): ParsedFinding {
  const { text } = draft.parsed.source;
  const both = together(first, second);
  const before = layoutAt(first, 'mergeFinding').description;
  const last = before.at(-1);
  const pieces = last === undefined ? before : [...before.slice(0, -1), withoutStop(text, last)];
  return {
    ...both,
    description: `${first.description.replace(/[。;；]\s*$/u, '')}。${second.description}`,
    problemAmounts: [...first.problemAmounts, ...second.problemAmounts],
    layout: {
      ...layoutAt(both, 'mergeFinding'),
      description: [...pieces, ...layoutAt(second, 'mergeFinding').description],
    },
  };
}

function measuredOn(draft: Draft, first: ParsedFinding, second: ParsedFinding): ParsedFinding {
  const { text } = draft.parsed.source;
  const both = together(first, second);
  const spans = layoutAt(second, 'mergeFinding').description.map((span) => withoutStop(text, span));
  const added = spans.map((span) => ({ text: text.slice(...span), span }));
  const places = spans.map((span) => ({ enumerator: [span[0], span[0]] as Span, text: span }));
  const layout = layoutAt(both, 'mergeFinding');
  const count = first.actions.length;
  const placed = layoutAt(first, 'mergeFinding').actions.length;
  return {
    ...both,
    actions: both.actions.toSpliced(count, 0, ...added),
    otherAmounts: [...both.otherAmounts, ...second.problemAmounts.map(({ fen, quote }) => ({ fen, quote }))],
    layout: { ...layout, actions: layout.actions.toSpliced(placed, 0, ...places) },
  };
}

/** The title that belongs to a description whose former title no longer opens it. */
export const titleOf = (title: string, description: string): string =>
  description.startsWith(title) ? title : firstSentence(description);
