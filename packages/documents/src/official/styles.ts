import { AlignmentType, LineRuleType } from 'docx';
import type { Document, IBaseParagraphStyleOptions, IParagraphStyleOptions } from 'docx';
import { characters, FIRST_LINE, FONTS, HALF_POINTS, LINE_PITCH, RED } from './page.ts';
import { font } from './text.ts';

/**
 * Type is 16 pt wide, its cell 15.79 pt. Word and WPS set it closer by the grid's character space; LibreOffice does not
 * and would give each character two cells. At 98 % width it fits: 28 to a line in all three.
 */
const GRID_SCALE = 98;

/** Lines of exactly one cell: 22 to a page in every program and with every substitute font. */
export const BODY_LINES = { line: LINE_PITCH, lineRule: LineRuleType.EXACT } as const;
/** A title's line; spacing set on a paragraph replaces its style's, so it must be said again there. */
export const TITLE_LINES = { line: 700, lineRule: LineRuleType.EXACT } as const;
const TABLE_LINES = { line: 320, lineRule: LineRuleType.EXACT } as const;
const NO_GAPS = { before: 0, after: 0 } as const;

/** Styles that Word has by these names already, so that navigation pane and tables of contents work. */
export const STYLE = {
  mark: 'OfficialMark',
  number: 'OfficialNumber',
  title: 'Title',
  addressee: 'OfficialAddressee',
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  body: 'OfficialBody',
  attachment: 'OfficialAttachment',
  signature: 'OfficialSignature',
  date: 'OfficialDate',
  imprint: 'OfficialImprint',
  cell: 'OfficialCell',
  cellHead: 'OfficialCellHead',
  tableNote: 'OfficialTableNote',
} as const;

type Defaults = NonNullable<NonNullable<ConstructorParameters<typeof Document>[0]['styles']>['default']>;

const heading = (name: string, level: number): IBaseParagraphStyleOptions => ({
  run: { font: font(name), size: HALF_POINTS.body, bold: false, italics: false, color: '000000' },
  paragraph: {
    outlineLevel: level,
    indent: { firstLine: FIRST_LINE },
    spacing: { ...NO_GAPS, ...BODY_LINES },
    keepNext: true,
  },
});

/** Word's own styles, set for official documents. */
export const defaultStyles = (): Defaults => ({
  document: {
    run: { font: font(FONTS.body), size: 21, language: { eastAsia: 'zh-CN', value: 'zh-CN' } },
    paragraph: { spacing: NO_GAPS },
  },
  title: {
    run: { font: font(FONTS.title), size: HALF_POINTS.title, bold: false, scale: 100, snapToGrid: false },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { ...NO_GAPS, ...TITLE_LINES } },
  },
  heading1: heading(FONTS.heading1, 0),
  heading2: heading(FONTS.heading2, 1),
  heading3: heading(FONTS.body, 2),
});

/** A style of the document itself: its name as the list of styles shows it. */
const own = (
  id: string,
  name: string,
  { run, paragraph = {} }: Pick<IParagraphStyleOptions, 'run' | 'paragraph'> = {},
): IParagraphStyleOptions => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  run: { font: font(FONTS.body), size: HALF_POINTS.body, ...run },
  paragraph: { ...paragraph, spacing: { ...BODY_LINES, ...paragraph.spacing } },
});

/** The styles that official documents have beside Word's. */
export function officialStyles(): IParagraphStyleOptions[] {
  const { BOTH, CENTER, LEFT, RIGHT } = AlignmentType;
  const cell = { size: HALF_POINTS.table, scale: 100, snapToGrid: false };
  return [
    // The character grid counts from the size of the Normal style, so that must differ from the default: LibreOffice forgets it otherwise.
    { id: 'Normal', name: 'Normal', quickFormat: true, run: { font: font(FONTS.body), size: HALF_POINTS.body, scale: GRID_SCALE } }, // prettier-ignore
    own(STYLE.mark, '公文发文机关标志', {
      run: { font: font(FONTS.title), size: HALF_POINTS.mark, color: RED, scale: 100, snapToGrid: false },
      paragraph: { alignment: CENTER, spacing: { line: 960, lineRule: LineRuleType.EXACT, after: LINE_PITCH * 2 } },
    }),
    own(STYLE.number, '公文发文字号', { paragraph: { alignment: CENTER, spacing: { after: LINE_PITCH } } }),
    own(STYLE.addressee, '公文主送', { paragraph: { alignment: LEFT } }),
    own(STYLE.body, '公文正文', { paragraph: { alignment: BOTH, indent: { firstLine: FIRST_LINE } } }),
    own(STYLE.attachment, '公文附件说明', { paragraph: { indent: { left: characters(2) } } }),
    own(STYLE.signature, '公文署名', { paragraph: { alignment: RIGHT, keepNext: true } }),
    own(STYLE.date, '公文成文日期', { paragraph: { alignment: RIGHT, indent: { right: characters(4) } } }),
    own(STYLE.imprint, '公文版记', {
      run: { size: HALF_POINTS.imprint, scale: 100, snapToGrid: false },
      paragraph: { indent: { left: characters(1), right: characters(1) } },
    }),
    own(STYLE.cell, '公文表格', { run: cell, paragraph: { spacing: TABLE_LINES } }),
    own(STYLE.cellHead, '公文表头', {
      run: { ...cell, font: font(FONTS.heading1) },
      paragraph: { alignment: CENTER, spacing: TABLE_LINES },
    }),
    own(STYLE.tableNote, '公文表注', { run: { size: 24, scale: 100 }, paragraph: { spacing: { line: 400 } } }),
  ];
}
