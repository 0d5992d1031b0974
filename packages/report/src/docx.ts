import JSZip from 'jszip';
import { ReportFileError } from './errors.ts';
import { attribute, childrenOf, deep, named, parseXml, tagOf } from './xml.ts';
import { numberingOf } from './numbering.ts';
import type { Numbering } from './numbering.ts';
import type { XmlNode } from './xml.ts';

/** Largest part of a .docx that is unpacked: a small file that swells to gigabytes is refused. */
const MAX_PART = 40 * 1024 * 1024;

/**
 * The text of a .docx as a reader sees it: one line per paragraph, automatic numbers computed, split runs joined, soft
 * breaks as line ends, tables line by line with tabs between cells, deleted text left out.
 */
export async function docxText(bytes: Uint8Array, fileName: string): Promise<string> {
  const zip = await open(bytes, fileName);
  const part = async (name: string): Promise<XmlNode[]> => {
    const file = zip.file(name);
    if (!file) return [];
    return parseXml(await unpack(file, fileName));
  };
  if (!zip.file('word/document.xml')) {
    throw new ReportFileError(
      'UNSUPPORTED',
      `文件“${fileName}”不是Word文档（.docx），请上传.docx、.txt或.md格式的报告。`,
    );
  }
  const body = named(childrenOf(named(await read(part, 'word/document.xml', fileName), 'w:document')), 'w:body');
  const numbering = numberingOf(
    await read(part, 'word/numbering.xml', fileName),
    await read(part, 'word/styles.xml', fileName),
  );
  const lines = childrenOf(body).flatMap((node) => blockLines(node, numbering));
  if (lines.every((line) => line.trim() === '') && deep(childrenOf(body), 'w:drawing').length > 0) {
    throw new ReportFileError(
      'SCAN_OR_PDF',
      `文件“${fileName}”里只有图片，没有文字。请先做文字识别（OCR），另存为.docx或.txt后再上传。`,
    );
  }
  return lines.join('\n');
}

async function open(bytes: Uint8Array, fileName: string): Promise<JSZip> {
  try {
    return await JSZip.loadAsync(bytes);
  } catch (error) {
    const encrypted = error instanceof Error && /encrypt/iu.test(error.message);
    if (encrypted) throw new ReportFileError('ENCRYPTED', `文件“${fileName}”设有密码，请去掉密码后再上传。`);
    throw new ReportFileError('DAMAGED', `文件“${fileName}”已损坏，无法打开，请重新保存后再上传。`);
  }
}

async function read(part: (name: string) => Promise<XmlNode[]>, name: string, fileName: string): Promise<XmlNode[]> {
  try {
    return await part(name);
  } catch (error) {
    if (error instanceof ReportFileError) throw error;
    throw new ReportFileError('DAMAGED', `文件“${fileName}”的内容已损坏，无法读出，请重新保存后再上传。`);
  }
}

/** Unpacks one part and stops as soon as it grows beyond the limit. */
function unpack(file: JSZip.JSZipObject, fileName: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const stream = file.nodeStream();
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_PART) {
        stream.removeAllListeners('data');
        stream.pause();
        reject(new ReportFileError('TOO_LARGE', `文件“${fileName}”解压后过大，请只上传报告正文。`));
        return;
      }
      chunks.push(chunk);
    });
    stream.on('error', reject);
    stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
  });
}

const CONTAINERS: readonly string[] = [
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:smartTag',
  'w:customXml',
  'w:hyperlink',
  'w:fldSimple',
];

function blockLines(node: XmlNode, numbering: Numbering): string[] {
  const tag = tagOf(node);
  if (tag === 'w:p') return paragraph(node, numbering).split('\n');
  if (tag === 'w:tbl') return tableLines(node, numbering);
  return CONTAINERS.includes(tag) ? childrenOf(node).flatMap((child) => blockLines(child, numbering)) : [];
}

function paragraph(node: XmlNode, numbering: Numbering): string {
  const properties = named(childrenOf(node), 'w:pPr');
  const text = childrenOf(node).map(runText).join('');
  const boxes = deep(childrenOf(node), 'w:txbxContent')
    .slice(0, 1)
    .flatMap((box) => childrenOf(box).flatMap((child) => blockLines(child, numbering)));
  const label = labelOf(properties, numbering, text);
  return [label + text, ...boxes].join('\n');
}

/** The automatic number of a paragraph, direct or by its style; empty paragraphs are not counted. */
function labelOf(properties: XmlNode | undefined, numbering: Numbering, text: string): string {
  if (text.trim() === '') return '';
  const numPr = named(childrenOf(properties), 'w:numPr');
  const style = numbering.styleNumber.get(attribute(named(childrenOf(properties), 'w:pStyle'), 'w:val'));
  const numId = numPr ? attribute(named(childrenOf(numPr), 'w:numId'), 'w:val') : style?.numId;
  if (!numId || numId === '0') return '';
  const level = numPr
    ? Number(attribute(named(childrenOf(numPr), 'w:ilvl'), 'w:val') || style?.level || 0)
    : (style?.level ?? 0);
  return numbering.next(numId, level);
}

function runText(node: XmlNode): string {
  const tag = tagOf(node);
  if (tag === 'w:t')
    return childrenOf(node)
      .map((child) => (typeof child['#text'] === 'string' ? child['#text'] : ''))
      .join('');
  if (tag === 'w:tab') return ' ';
  if (tag === 'w:br' || tag === 'w:cr') return attribute(node, 'w:type') === 'page' ? '' : '\n';
  if (tag === 'w:noBreakHyphen') return '-';
  if (tag === 'w:r' || CONTAINERS.includes(tag)) return childrenOf(node).map(runText).join('');
  return '';
}

/** Cells of a row joined by tabs; paragraphs of a cell by vertical tabs, so that a row stays one line. */
function tableLines(table: XmlNode, numbering: Numbering): string[] {
  const rows = childrenOf(table).flatMap((node) =>
    'w:sdt' in node ? deep([node], 'w:tr') : 'w:tr' in node ? [node] : [],
  );
  return rows.map((row) => {
    const cells = childrenOf(row).flatMap((node) =>
      'w:sdt' in node ? deep([node], 'w:tc') : 'w:tc' in node ? [node] : [],
    );
    return cells.map((cell) => cellText(cell, numbering)).join('\t');
  });
}

function cellText(cell: XmlNode, numbering: Numbering): string {
  const properties = named(childrenOf(cell), 'w:tcPr');
  const span = Math.max(1, Number(attribute(named(childrenOf(properties), 'w:gridSpan'), 'w:val') || '1'));
  const text = childrenOf(cell)
    .flatMap((node) => blockLines(node, numbering))
    .filter((line) => line !== '')
    .join('\v')
    .replace(/\t/gu, ' ');
  return text + '\t'.repeat(Math.min(span, 64) - 1);
}
