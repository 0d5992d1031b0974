import JSZip from 'jszip';

const W = 'xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps" xmlns:v="v" xmlns:r="r" xmlns:pic="pic"';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A .docx of raw parts: the body's XML, numbering and styles, and any other part by its name. */
export async function rawDocx(
  body: string,
  { numbering = '', styles = '', parts = {} as Record<string, string> } = {},
): Promise<Uint8Array> {
  const zip = new JSZip();
  const file = (name: string, content: string): unknown => zip.file(name, content, { createFolders: false });
  file('[Content_Types].xml', `<Types><Override PartName="/word/document.xml" ContentType="${TYPE}"/></Types>`);
  file('word/document.xml', `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`);
  if (numbering) file('word/numbering.xml', `<w:numbering ${W}>${numbering}</w:numbering>`);
  if (styles) file('word/styles.xml', `<w:styles ${W}>${styles}</w:styles>`);
  for (const [name, content] of Object.entries(parts)) file(name, content);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A run, a paragraph with properties, a number of a list, a level of a list. */
export const r = (text: string, properties = ''): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const p = (text: string, properties = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${text.startsWith('<') ? text : r(text)}</w:p>`;
export const num = (id: number, level: number | null = 0): string =>
  `<w:numPr>${level === null ? '' : `<w:ilvl w:val="${level}"/>`}<w:numId w:val="${id}"/></w:numPr>`;
export const lvl = (i: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
/** A list definition and its instances: id and what it overrides. */
export const list = (abstract: number, levels: string, ...nums: [id: number, overrides?: string][]): string =>
  `<w:abstractNum w:abstractNumId="${abstract}">${levels}</w:abstractNum>${nums.map(([id, over = '']) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${over}</w:num>`).join('')}`;
