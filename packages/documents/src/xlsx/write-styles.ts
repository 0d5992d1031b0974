import { escapeAttribute, XML_HEAD } from './write-xml.ts';

/** How a cell looks. Everything else (borders thin, black on white) is fixed: it is a paper ledger. */
export interface CellStyle {
  font: '仿宋' | '黑体' | '方正小标宋简体' | '楷体';
  size: number;
  horizontal: 'left' | 'center' | 'right';
  border: boolean;
  format: 'general' | 'money' | 'date';
  vertical?: 'center' | 'top';
  fill?: boolean;
  /** The text stays text even when a person edits the cell (the spreadsheet's own leading apostrophe). */
  guarded?: boolean;
}

const FORMAT_IDS = { general: 0, money: 4, date: 164 } as const;
const SIDES = ['left', 'right', 'top', 'bottom'];

/** The style sheet of a workbook; the first style is the default one. `money` is the built-in `#,##0.00`. */
export function stylesXml(styles: Partial<CellStyle>[]): string {
  const fonts = unique(styles.map(fontXml));
  const xfs = styles.map((style) => {
    const horizontal = style.horizontal ?? 'left';
    const alignment = `<alignment horizontal="${horizontal}" vertical="${style.vertical ?? 'center'}" wrapText="1"/>`;
    const ids = [
      `numFmtId="${FORMAT_IDS[style.format ?? 'general']}"`,
      `fontId="${fonts.indexOf(fontXml(style))}"`,
      `fillId="${style.fill === true ? 2 : 0}"`,
      `borderId="${style.border === true ? 1 : 0}" xfId="0"`,
    ];
    const apply = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
    const guard = style.guarded === true ? ' quotePrefix="1"' : '';
    return `<xf ${ids.join(' ')}${guard} ${apply}>${alignment}</xf>`;
  });
  const thin = SIDES.map((side) => `<${side} style="thin"><color indexed="64"/></${side}>`).join('');
  const none = SIDES.map((side) => `<${side}/>`).join('');
  return [
    `${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
    `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`,
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFF2F0EA"/><bgColor indexed="64"/></patternFill></fill></fills>',
    `<borders count="2"><border>${none}<diagonal/></border><border>${thin}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}

function fontXml({ font = '仿宋', size = 11 }: Partial<CellStyle>): string {
  return `<font><sz val="${size}"/><color indexed="8"/><name val="${escapeAttribute(font)}"/><family val="3"/><charset val="134"/></font>`;
}

function unique(values: string[]): string[] {
  return [...new Set(values)];
}
