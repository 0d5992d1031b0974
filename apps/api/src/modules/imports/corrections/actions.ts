import { invalid, LIMITS } from '@closeout/domain';
import type { FindingLayout, ParsedAction, ParsedFinding, Span } from '@closeout/report';
import { requireText } from '../../text.ts';
import type { AddActionEdit, EditActionEdit, PlaceEdit, SplitActionEdit } from '../import.edits.ts';
import { findingAt, nothingThere, replaced, type Draft } from './draft.ts';

function actionAt(finding: ParsedFinding, ordinal: number, field: string): ParsedAction {
  const found = finding.actions[ordinal - 1];
  if (found === undefined) throw nothingThere(`${field}.ordinal`, `action ${ordinal} of finding ${finding.seq}`);
  return found;
}

const isAt = (span: Span | null, place: FindingLayout['actions'][number]): boolean =>
  span !== null && place.text[0] === span[0] && place.text[1] === span[1];

/** New words: the report prints them in the old ones’ place. */
export function editAction(draft: Draft, edit: EditActionEdit): Draft {
  const finding = findingAt(draft, edit.seq, 'editAction');
  const action = actionAt(finding, edit.ordinal, 'editAction');
  const text = requireText(edit.text, 'editAction.text', LIMITS.longText);
  return replaced(draft, {
    ...finding,
    actions: finding.actions.map((one) => (one === action ? { ...one, text } : one)),
  });
}

/** An action that the source does not have: the report prints it in the style of its neighbours. */
export function addAction(draft: Draft, edit: AddActionEdit): Draft {
  const finding = findingAt(draft, edit.seq, 'addAction');
  const ordinal = edit.ordinal ?? finding.actions.length + 1;
  if (ordinal < 1 || ordinal > finding.actions.length + 1)
    throw nothingThere('addAction.ordinal', `place ${ordinal} of finding ${edit.seq}`);
  const added: ParsedAction = { text: requireText(edit.text, 'addAction.text', LIMITS.longText), span: null };
  return replaced(draft, { ...finding, actions: finding.actions.toSpliced(ordinal - 1, 0, added) });
}

/** Was read as an action and is none: it leaves the list, its words stay in the source and in the report. */
export function removeAction(draft: Draft, edit: PlaceEdit): Draft {
  const finding = findingAt(draft, edit.seq, 'removeAction');
  const action = actionAt(finding, edit.ordinal, 'removeAction');
  const { layout } = finding;
  const places = layout?.actions.filter((place) => !isAt(action.span, place)) ?? [];
  return replaced(draft, {
    ...finding,
    actions: finding.actions.filter((one) => one !== action),
    layout: layout === null ? null : { ...layout, actions: places },
  });
}

const trimmed = (text: string, from: number, to: number): Span => {
  const piece = text.slice(from, to);
  const start = from + piece.length - piece.replace(/^[\s。;；,，、]+/u, '').length;
  return [start, Math.max(start, to - (piece.length - piece.replace(/[\s。;；,，、]+$/u, '').length))];
};

/** Cuts an action in two. Where its words are the source’s, both parts keep their place; punctuation at the cut belongs to neither. */
export function splitAction(draft: Draft, edit: SplitActionEdit): Draft {
  const finding = findingAt(draft, edit.seq, 'splitAction');
  const action = actionAt(finding, edit.ordinal, 'splitAction');
  const [head, tail] = [trimmed(action.text, 0, edit.at), trimmed(action.text, edit.at, action.text.length)];
  const words = [head, tail].map(([from, to]) => action.text.slice(from, to));
  if (edit.at <= 0 || words.some((part) => part === ''))
    throw invalid('splitAction.at', 'imports.cut', 'cut where words stand on both sides');
  const start = action.span?.[0] ?? 0;
  const isSource = action.span !== null && draft.parsed.source.text.slice(...action.span) === action.text;
  const spans = [head, tail].map(([from, to]): Span => [start + from, start + to]);
  const parts = words.map((text, index): ParsedAction => ({
    text,
    span: isSource ? (spans[index] ?? null) : index === 0 ? action.span : null,
  }));
  const places = finding.layout?.actions.flatMap((place) => {
    if (!isSource || !isAt(action.span, place)) return [place];
    return spans.map((text, index) => ({
      enumerator: index === 0 ? place.enumerator : ([text[0], text[0]] as Span),
      text,
    }));
  });
  return replaced(draft, {
    ...finding,
    actions: finding.actions.toSpliced(edit.ordinal - 1, 1, ...parts),
    layout: finding.layout === null ? null : { ...finding.layout, actions: places ?? [] },
  });
}
