import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, VerticalMergeType, WidthType } from 'docx'; // prettier-ignore
import { STYLE } from './styles.ts';
import { words } from './text.ts';
import { clean } from './plain-words.ts';

/** A column of a list: its name, its share of the width, how its words stand. Columns without names have no head row. */
export interface ListColumn {
  header?: string;
  width: number;
  /** `head`: the words name what stands beside them, as in a form. */
  look?: 'centred' | 'head';
}

/** Rows that belong together: one finding with its actions. A cell given once stands over all of them. */
export interface ListGroup {
  /** By column; a list has one entry for each row of the group. */
  cells: readonly (string | readonly string[])[];
}

export interface OfficialTable {
  columns: readonly ListColumn[];
  groups: readonly ListGroup[];
}

const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const EDGES = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE, insideHorizontal: EDGE, insideVertical: EDGE };
const CELL_MARGINS = { top: 40, bottom: 40, left: 80, right: 80, marginUnitType: WidthType.DXA } as const;

/** Widths in twips that add up to the whole. */
function widthsOf(columns: readonly ListColumn[], whole: number): number[] {
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((width * whole) / shares));
  widths[widths.length - 1]! += whole - widths.reduce((sum, one) => sum + one, 0);
  return widths;
}

/** A cell's words line by line. */
function linesOf(text: string, look: ListColumn['look']): Paragraph[] {
  const alignment = look === undefined ? AlignmentType.LEFT : AlignmentType.CENTER;
  const style = look === 'head' ? STYLE.cellHead : STYLE.cell;
  return text.split(/\r\n?|\n/).map((line) => new Paragraph({ style, alignment, children: [words(line)] }));
}

function groupRows({ cells }: ListGroup, columns: readonly ListColumn[], widths: readonly number[]): TableRow[] {
  const count = Math.max(1, ...cells.map((cell) => (typeof cell === 'string' ? 1 : cell.length)));
  return Array.from({ length: count }, (_, row) => {
    const children = cells.map((cell, at) => {
      const shared = typeof cell === 'string';
      const text = shared ? (row === 0 ? cell : '') : (cell[row] ?? '');
      return new TableCell({
        width: { size: widths[at]!, type: WidthType.DXA },
        verticalAlign: VerticalAlignTable.CENTER,
        ...(shared && count > 1 ? { verticalMerge: row === 0 ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}), // prettier-ignore
        children: linesOf(text, columns[at]?.look),
      });
    });
    return new TableRow({ cantSplit: clean(JSON.stringify(cells)).length < 1500, children });
  });
}

/** A list as a table whose head is repeated on every page, and whose shared cells stand over the rows of their group. */
export function tableOf({ columns, groups }: OfficialTable, width: number): Table {
  const widths = widthsOf(columns, width);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ header = '' }, at) => {
      const size = { size: widths[at]!, type: WidthType.DXA };
      return new TableCell({ width: size, verticalAlign: VerticalAlignTable.CENTER, children: linesOf(header, 'head') }); // prettier-ignore
    }),
  });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: EDGES,
    margins: CELL_MARGINS,
    rows: [
      ...(columns.some(({ header }) => header) ? [head] : []),
      ...groups.flatMap((group) => groupRows(group, columns, widths)),
    ],
  });
}
