/** Text on a page: points from the left and the top edge of an A4 page. */
export interface RawText {
  x: number;
  y: number;
  text: string;
  size?: number;
  /** Turned by 45 degrees, as watermarks are. */
  slanted?: boolean;
}
/** A page: its text, and its rules from point to point. */
export interface RawPage {
  texts: RawText[];
  rules?: [x0: number, y0: number, x1: number, y1: number][];
}

const HEIGHT = 842;
const hex = (text: string): string =>
  [...text].map((sign) => sign.charCodeAt(0).toString(16).padStart(4, '0')).join('');

function drawn({ texts, rules = [] }: RawPage): string {
  const words = texts.map(({ x, y, text, size = 16, slanted }) => {
    const [c, s] = slanted ? [0.7, 0.7] : [1, 0];
    return `BT /F ${size} Tf ${c} ${s} ${-s} ${c} ${x} ${HEIGHT - y} Tm <${hex(text)}> Tj ET`;
  });
  const lines = rules.map(([x0, y0, x1, y1]) => `${x0} ${HEIGHT - y0} m ${x1} ${HEIGHT - y1} l S`);
  return [...words, ...lines].join('\n');
}

/**
 * A PDF as Chinese office programs write it: the font is named, not embedded, and its characters are told by a predefined table.
 * `toUnicode`: a table that maps every character to this one instead.
 */
export function rawPdf(pages: readonly RawPage[], { toUnicode = '' } = {}): Uint8Array {
  const map = toUnicode === '' ? '' : '/ToUnicode 5 0 R';
  const table = `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> [${'x'.repeat(0)}] endbfrange 1 beginbfchar <6574> <${hex(toUnicode)}> endbfchar endcmap end`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/STFangsong/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]${map}>>`,
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STFangsong/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000>>',
    `<</Length ${table.length}>>stream\n${table}\nendstream`,
    ...pages.flatMap((page, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 ${HEIGHT}]/Resources<</Font<</F 3 0 R>>>>/Contents ${7 + 2 * i} 0 R>>`,
      `<</Length ${drawn(page).length}>>stream\n${drawn(page)}\nendstream`,
    ]),
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const at = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const size = objects.length + 1;
  const xref = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${xref}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

/** Lines of 28 characters below each other, as an official document has them; the first of each paragraph two characters in. */
export function typeset(paragraphs: readonly string[], { left = 80, top = 105, indent = 2 } = {}): RawText[] {
  let y = top;
  return paragraphs.flatMap((paragraph) => {
    const texts: RawText[] = [];
    for (let at = 0, first = true; at < paragraph.length; first = false, y += 28) {
      const room = 27 - (first ? indent : 0);
      texts.push({ x: left + (first ? 16 * indent : 0), y, text: paragraph.slice(at, at + room) });
      at += room;
    }
    return texts;
  });
}
