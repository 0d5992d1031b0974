/**
 * Measures of GB/T 9704-2012, in twips (1/20 point): A4, margins 37/35/28/26 mm, so a text block of 156 × 225 mm with
 * 22 lines of 28 characters. The character pitch is a little less than the 16 points of the body type: 28 × 16 pt
 * would be 158 mm.
 */
const twips = (mm: number): number => Math.round((mm * 1440) / 25.4);

/** A4. */
export const PAGE = { width: twips(210), height: twips(297) };

/** Page margins; the page number stands 7 mm below the text block. */
export const MARGINS = { top: twips(37), bottom: twips(35), left: twips(28), right: twips(26), footer: twips(23) };

/**
 * A4 laid across, for the lists annexed to a document: the sheet is bound at the same edge, so that the head of the table
 * stands at the binding edge, and the same margins go round with it.
 */
export const LANDSCAPE = {
  page: { width: PAGE.height, height: PAGE.width },
  margins: { top: MARGINS.left, right: MARGINS.top, bottom: MARGINS.right, left: MARGINS.bottom, footer: twips(14) },
};

const LINES = 22;
const CHARACTERS = 28;
const BODY_POINTS = 16;

/** Distance from line to line: 225 mm / 22, rounded down so that all 22 fit. */
export const LINE_PITCH = Math.floor((PAGE.height - MARGINS.top - MARGINS.bottom) / LINES);

/** Distance from character to character. */
const CHARACTER_PITCH = (PAGE.width - MARGINS.left - MARGINS.right) / CHARACTERS;

/** The grid's character space: pitch less type size, in 1/4096 point (negative: closer than the type is wide). */
export const CHARACTER_SPACE = Math.floor((CHARACTER_PITCH / 20 - BODY_POINTS) * 4096);

/** So many characters of the body. */
export const characters = (count: number): number => Math.round(count * CHARACTER_PITCH);

/** Two characters, a hair less: a hair more would push the text to the third cell of the grid in LibreOffice. */
export const FIRST_LINE = characters(2) - 2;

/** Type sizes in half-points: 二号 title, 三号 body, 四号 page numbers and imprint, 五号 in tables; the issuer's mark is no larger than 小初. */
export const HALF_POINTS = {
  body: 32,
  title: 44,
  pageNumber: 28,
  imprint: 28,
  table: 21,
  watermark: 18,
  mark: 64,
} as const;

/** Fonts by role, with what Word may take where one is not installed. None is embedded. */
export const FONTS = {
  body: '仿宋_GB2312',
  title: '方正小标宋简体',
  heading1: '黑体',
  heading2: '楷体_GB2312',
  pageNumber: '宋体',
} as const;

/** The red of the issuer's mark and its line. */
export const RED = 'E60012';

/** Substitutes by font name, for the document's font table. */
export const SUBSTITUTES: Record<string, string> = {
  仿宋_GB2312: '仿宋,FangSong,FangSong_GB2312',
  方正小标宋简体: '方正小标宋_GBK,FZXiaoBiaoSong-B05S,宋体',
  黑体: 'SimHei',
  楷体_GB2312: '楷体,KaiTi,KaiTi_GB2312',
  宋体: 'SimSun',
};
