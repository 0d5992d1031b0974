import JSZip from 'jszip';
import { parseXml } from '../xlsx/xml.ts';

interface Node {
  name: string;
  attributes: Record<string, string>;
  children: Node[];
  text: string;
}

async function tree(xml: Uint8Array): Promise<Node> {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  await parseXml([xml], {
    open: (name, attributes) => {
      const node: Node = { name, attributes, children: [], text: '' };
      open.at(-1)!.children.push(node);
      open.push(node);
    },
    text: (text) => void (open.at(-1)!.text += text),
    close: () => void open.pop(),
  });
  return root;
}

const all = (node: Node, name: string): Node[] =>
  node.children.flatMap((one) => [...(one.name === name ? [one] : []), ...all(one, name)]);
const first = (node: Node | undefined, name: string): Node | undefined => node && all(node, name)[0];
const own = (node: Node | undefined, name: string): Node | undefined => node?.children.find((one) => one.name === name);
const value = (node: Node | undefined, name = 'w:val'): string | undefined => node?.attributes[name];
const textOf = (node: Node): string => all(node, 't').map(({ text }) => text).join(''); // prettier-ignore
const mm = (twips: string | undefined): number => Math.round((Number(twips) * 254) / 1440) / 10;

/** What a reader with a ruler would say of one part of a document. */
export interface MeasuredSection {
  /** Millimetres. */
  page: [width: number, height: number];
  margins: { top: number; right: number; bottom: number; left: number };
  textBlock: [width: number, height: number];
  /** By the section's grid; null where it has none. */
  grid: { lines: number; characters: number } | null;
  /** Printed page number with its side, of odd and of even pages. */
  pageNumbers: Record<'odd' | 'even', string>;
}

export interface MeasuredStyle {
  font: string | undefined;
  points: number;
  /** Exact distance of the lines in twips; null: not exact. */
  exactLine: number | null;
  align: string | undefined;
  outline: string | undefined;
  /** Whether lines and letters keep to the section's grid. */
  onGrid: boolean;
}

export interface MeasuredParagraph {
  style: string | undefined;
  text: string;
  /** Size of its first run where that differs from the style's. */
  points: number | null;
  /** Level of the list that counts it, and the list. */
  list: string | null;
}

export interface MeasuredDocx {
  sections: MeasuredSection[];
  paragraphs: MeasuredParagraph[];
  /** Texts of the cells, row by row, and whether the first row is repeated on every page. */
  tables: { headed: boolean; rows: string[][] }[];
  style(id: string): MeasuredStyle;
  /** Instructions of fields, wherever they stand. */
  fields: string[];
  /** Every `w:lvlText` of the numbering with its format. */
  levels: string[];
}

function section(pr: Node, footers: Map<string, Node>, bodyPoints: number): MeasuredSection {
  const [size, margin, grid] = [own(pr, 'pgSz'), own(pr, 'pgMar'), own(pr, 'docGrid')];
  const [w, h] = [Number(value(size, 'w:w')), Number(value(size, 'w:h'))];
  const at = (side: string): number => Number(value(margin, `w:${side}`));
  const block = [w - at('left') - at('right'), h - at('top') - at('bottom')] as const;
  const pitch = bodyPoints * 20 + (Number(value(grid, 'w:charSpace') ?? 0) * 20) / 4096;
  const footer = (type: string): string => {
    const id = pr.children.find((one) => one.name === 'footerReference' && value(one, 'w:type') === type);
    const node = footers.get(value(id, 'r:id') ?? '');
    if (node === undefined) return 'none';
    const run = all(node, 'r').map((one) => (first(one, 'instrText') === undefined ? textOf(one) : `{${first(one, 'instrText')!.text}}`)); // prettier-ignore
    return `${run.join('')} ${value(first(node, 'jc'))} ${Number(value(first(node, 'sz'))) / 2} ${value(first(node, 'rFonts'), 'w:eastAsia')}`;
  };
  return {
    page: [mm(String(w)), mm(String(h))],
    margins: { top: mm(String(at('top'))), right: mm(String(at('right'))), bottom: mm(String(at('bottom'))), left: mm(String(at('left'))) }, // prettier-ignore
    textBlock: [mm(String(block[0])), mm(String(block[1]))],
    grid: value(grid, 'w:type') !== 'linesAndChars' ? null : { lines: Math.floor(block[1] / Number(value(grid, 'w:linePitch'))), characters: Math.floor(block[0] / pitch) }, // prettier-ignore
    pageNumbers: { odd: footer('default'), even: footer('even') },
  };
}

/** Opens a .docx and measures it: nothing is taken from what wrote it. Refuses a file with a broken part. */
export async function measureDocx(bytes: Uint8Array): Promise<MeasuredDocx> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = new Map<string, Node>();
  for (const [name, file] of Object.entries(zip.files))
    if (/\.(?:xml|rels)$/.test(name)) parts.set(name, await tree(await file.async('uint8array')));
  const document = parts.get('word/document.xml')!;
  const styles = all(parts.get('word/styles.xml')!, 'style');
  const relations = all(parts.get('word/_rels/document.xml.rels')!, 'Relationship');
  const footers = new Map(relations.map((one) => [one.attributes['Id']!, parts.get(`word/${one.attributes['Target']}`)!])); // prettier-ignore
  const style = (id: string): MeasuredStyle => {
    const node = styles.find((one) => value(one, 'w:styleId') === id);
    const spacing = first(node, 'spacing');
    return {
      font: value(first(node, 'rFonts'), 'w:eastAsia'),
      points: Number(value(first(node, 'sz'))) / 2,
      exactLine: value(spacing, 'w:lineRule') === 'exact' ? Number(value(spacing, 'w:line')) : null,
      align: value(first(node, 'jc')),
      outline: value(first(node, 'outlineLvl')),
      onGrid: node === undefined || !all(node, 'snapToGrid').some((one) => /^(?:0|false)$/.test(value(one) ?? '')),
    };
  };
  const numbering = parts.get('word/numbering.xml');
  const lists = new Map(numbering === undefined ? [] : all(numbering, 'num').map((one) => [value(one, 'w:numId'), value(own(one, 'abstractNumId'))])); // prettier-ignore
  return {
    sections: all(document, 'sectPr').map((pr) => section(pr, footers, style('Normal').points)),
    paragraphs: all(document, 'p').map((node) => {
      const numPr = first(node, 'numPr');
      const list = numPr === undefined ? null : `${lists.get(value(own(numPr, 'numId')))}.${value(own(numPr, 'ilvl'))}`;
      const size = value(first(first(node, 'r'), 'sz'));
      return {
        style: value(first(node, 'pStyle')),
        text: textOf(node),
        points: size === undefined ? null : Number(size) / 2,
        list,
      };
    }),
    tables: all(document, 'tbl').map((table) => {
      const rows = table.children.filter(({ name }) => name === 'tr');
      const cell = (node: Node): string => all(node, 'p').map(textOf).join('\n');
      return { headed: first(rows[0], 'tblHeader') !== undefined, rows: rows.map((row) => row.children.filter(({ name }) => name === 'tc').map(cell)) }; // prettier-ignore
    }),
    style,
    fields: [...parts.values()].flatMap((part) => [
      ...all(part, 'instrText').map(({ text }) => text),
      ...all(part, 'fldSimple').map((one) => value(one, 'w:instr') ?? ''),
    ]),
    levels: numbering === undefined ? [] : all(numbering, 'lvl').map((one) => `${value(own(one, 'numFmt'))} ${value(own(one, 'lvlText'))}`), // prettier-ignore
  };
}
