import { attribute, at, childrenOf, deep, isOn, named, tagOf } from './xml.ts';
import type { Numbering } from './numbering.ts';
import type { SetAside } from '../set-aside.ts';
import type { XmlNode } from './xml.ts';

/** What reading one document keeps in mind from paragraph to paragraph. */
export interface Reading {
  numbering: Numbering;
  /** Open fields, outermost first: within its code (not shown) or within its result (shown). */
  fields: ('code' | 'result')[];
  setAside: SetAside[];
}

/** Around paragraphs and runs, without meaning for the text; insertions and moved-to text are kept. */
const CONTAINERS: readonly string[] = [
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:hyperlink',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:rubyBase',
  'w:ruby',
];

/** Lines of a stretch of the document. A paragraph whose end was deleted goes on in the next one. */
export function blockLines(nodes: readonly XmlNode[], reading: Reading): string[] {
  const lines: string[] = [];
  let open = false;
  for (const node of nodes) {
    const tag = tagOf(node);
    const inside =
      tag === 'w:p'
        ? paragraph(node, reading, open).split('\n')
        : tag === 'w:tbl'
          ? tableLines(node, reading)
          : CONTAINERS.includes(tag)
            ? blockLines(childrenOf(node), reading)
            : tag === 'mc:AlternateContent'
              ? blockLines(chosen(node), reading)
              : [];
    if (inside.length === 0) continue;
    if (open) lines.push(`${lines.pop() ?? ''}${inside.shift() ?? ''}`);
    lines.push(...inside);
    const mark = at(node, 'w:pPr', 'w:rPr');
    open = tag === 'w:p' && (isOn(mark, 'w:del') || isOn(mark, 'w:moveFrom'));
  }
  return lines;
}

/** Word offers the same drawing twice, in a new and an old form: only the first is read. */
function chosen(node: XmlNode): XmlNode[] {
  const forms = childrenOf(node);
  return childrenOf(named(forms, 'mc:Choice') ?? named(forms, 'mc:Fallback'));
}

function paragraph(node: XmlNode, reading: Reading, goesOn: boolean): string {
  const text = childrenOf(node)
    .map((child) => runText(child, reading))
    .join('');
  const boxes = boxesIn(childrenOf(node)).flatMap((box) => blockLines(childrenOf(box), reading));
  const label = goesOn || text.trim() === '' ? '' : labelOf(named(childrenOf(node), 'w:pPr'), reading.numbering);
  return [label + text, ...boxes].join('\n');
}

/** Text boxes of a paragraph, each once. */
function boxesIn(nodes: readonly XmlNode[]): XmlNode[] {
  return nodes.flatMap((node) => {
    if ('w:txbxContent' in node) return [node];
    if ('w:del' in node || 'w:moveFrom' in node) return [];
    return boxesIn('mc:AlternateContent' in node ? chosen(node) : childrenOf(node));
  });
}

/** The automatic number of a paragraph, its own or that of its style. */
function labelOf(properties: XmlNode | undefined, numbering: Numbering): string {
  const numPr = named(childrenOf(properties), 'w:numPr');
  const style = numbering.ofStyle(attribute(named(childrenOf(properties), 'w:pStyle'), 'w:val'));
  const own = attribute(at(numPr, 'w:numId'), 'w:val');
  const numId = own || style?.numId;
  if (!numId || numId === '0') return '';
  const level = attribute(at(numPr, 'w:ilvl'), 'w:val') || (own ? '' : String(style?.level ?? 0));
  return numbering.next(numId, Number(level || style?.level || 0));
}

function runText(node: XmlNode, reading: Reading): string {
  const tag = tagOf(node);
  if (tag === 'w:r') return run(node, reading);
  if (tag === 'mc:AlternateContent') return chosen(node).map((child) => runText(child, reading)).join(''); // prettier-ignore
  if (tag === 'w:del' || tag === 'w:moveFrom') {
    const gone = plainText(childrenOf(node));
    if (tag === 'w:del' && gone.trim() !== '') reading.setAside.push({ kind: 'HIDDEN', text: `修订中删除：${gone}` });
    return '';
  }
  return CONTAINERS.includes(tag) ? childrenOf(node).map((child) => runText(child, reading)).join('') : ''; // prettier-ignore
}

const plainText = (nodes: readonly XmlNode[]): string =>
  ['w:t', 'w:delText'].flatMap((tag) => deep(nodes, tag).map(wordsOf)).join('');

const wordsOf = (node: XmlNode): string =>
  childrenOf(node)
    .map((child) => (typeof child['#text'] === 'string' ? child['#text'] : ''))
    .join('');

function run(node: XmlNode, reading: Reading): string {
  const parts = childrenOf(node).map((child) => piece(child, reading));
  const text = parts.join('');
  if (!isOn(named(childrenOf(node), 'w:rPr'), 'w:vanish')) return text;
  if (text.trim() !== '') reading.setAside.push({ kind: 'HIDDEN', text });
  return '';
}

function piece(node: XmlNode, reading: Reading): string {
  const tag = tagOf(node);
  if (tag === 'w:fldChar') {
    const type = attribute(node, 'w:fldCharType');
    if (type === 'begin') reading.fields.push('code');
    else if (type === 'separate' && reading.fields.length > 0) reading.fields[reading.fields.length - 1] = 'result';
    else if (type === 'end') reading.fields.pop();
    return '';
  }
  if (reading.fields.includes('code')) return '';
  if (tag === 'w:t') return wordsOf(node);
  if (tag === 'w:tab' || tag === 'w:ptab') return ' ';
  if (tag === 'w:br' || tag === 'w:cr') return attribute(node, 'w:type') === 'page' ? '' : '\n';
  if (tag === 'w:noBreakHyphen') return '-';
  return runText(node, reading);
}

/** The rows or cells of a table, through content controls; what a revision deleted is left out. */
function within(node: XmlNode, tag: 'w:tr' | 'w:tc'): XmlNode[] {
  return childrenOf(node).flatMap((child) => {
    if (!(tag in child)) return CONTAINERS.includes(tagOf(child)) ? within(child, tag) : [];
    const properties = named(childrenOf(child), `${tag}Pr`);
    return isOn(properties, 'w:del') || isOn(properties, 'w:cellDel') ? [] : [child];
  });
}

/** Cells of a row joined by tabs; paragraphs of a cell by vertical tabs, so that a row stays one line. */
const tableLines = (table: XmlNode, reading: Reading): string[] =>
  within(table, 'w:tr').map((row) => within(row, 'w:tc').map((cell) => cellText(cell, reading)).join('\t')); // prettier-ignore

function cellText(cell: XmlNode, reading: Reading): string {
  const span = Math.max(1, Number(attribute(at(cell, 'w:tcPr', 'w:gridSpan'), 'w:val') || '1'));
  const text = blockLines(childrenOf(cell), reading)
    .filter((line) => line !== '')
    .join('\v')
    .replace(/\t/gu, ' ');
  return text + '\t'.repeat(Math.min(span, 64) - 1);
}
