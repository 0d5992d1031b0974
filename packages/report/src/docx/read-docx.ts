import {
  DocumentError,
  checkPackage,
  documentMessage,
  isRefusal,
  openZip,
  readZipFile,
} from '@closeout/documents/office';
import { ReportFileError } from '../errors.ts';
import { blockLines } from './blocks.ts';
import { numberingOf } from './numbering.ts';
import { childrenOf, deep, named, parseXml } from './xml.ts';
import type { ReportFileProblem } from '../errors.ts';
import type { FileReading, SetAside } from '../set-aside.ts';
import type { Reading } from './blocks.ts';
import type { XmlNode } from './xml.ts';

/** A report of a hundred pages has parts of two megabytes; its pictures are larger. */
const LIMITS = { entries: 2_000, totalBytes: 150 * 1024 * 1024 };
const MAX_PART = 10 * 1024 * 1024;

const DANGEROUS: readonly string[] = ['MACROS', 'ACTIVE_CONTENT', 'UNSAFE_XML', 'POLYGLOT'];
const CODES: Partial<Record<string, ReportFileProblem>> = { ZIP_BOMB: 'TOO_LARGE', ENCRYPTED: 'ENCRYPTED' };

/**
 * The text of a .docx as a reader sees it: one line per paragraph, automatic numbers computed, split runs joined, soft
 * breaks as line ends, tables line by line with tabs between cells, insertions kept. Deleted and hidden text, notes,
 * comments, running heads and feet are set aside. Files with macros, external templates or other active parts, bombs and what is no
 * Word document are refused.
 */
export async function docxReading(bytes: Uint8Array, fileName: string): Promise<FileReading> {
  try {
    await demandSafe(bytes, fileName);
    return await read(bytes, fileName);
  } catch (error) {
    if (error instanceof ReportFileError) throw error;
    if (error instanceof DocumentError) throw refused(error.code, error.message, fileName);
    if (error instanceof RangeError)
      throw new ReportFileError('TOO_LARGE', `文件“${fileName}”的内容过多或嵌套过深，请只上传报告正文，或另存后再试。`);
    throw new ReportFileError('DAMAGED', `文件“${fileName}”的内容已损坏，无法读出，请重新保存后再上传。`);
  }
}

const refused = (code: string, message: string, fileName: string): ReportFileError =>
  new ReportFileError(
    DANGEROUS.includes(code) ? 'UNSAFE' : (CODES[code] ?? 'DAMAGED'),
    `文件“${fileName}”：${message}`,
  );

const OTHERS: Partial<Record<string, string>> = {
  xlsx: '是Excel表格。若是台账，请作为表格导入（.xlsx）；若是报告，请在WPS或Word中另存为.docx后再上传。',
  pptx: '是演示文稿，请把报告正文另存为.docx后再上传。',
  ofd: '是OFD版式文件，请在WPS中打开并另存为.docx后再上传，或导出为带文字的PDF。',
};

async function demandSafe(bytes: Uint8Array, fileName: string): Promise<void> {
  const verdict = await checkPackage(bytes, LIMITS);
  if (!isRefusal(verdict)) {
    const other = OTHERS[verdict.type];
    if (other) throw new ReportFileError('UNSUPPORTED', `文件“${fileName}”${other}`);
    return;
  }
  // A Word document without its list of types, or what is none at all: looked at part by part below.
  if (verdict.code === 'CONTENT_UNKNOWN') return;
  const wps = verdict.code === 'ACTIVE_CONTENT' ? '文件含有可自动运行或引用外部内容的部分（{what}），请在WPS或Word中去掉后另存为.docx，或只粘贴正文。' : null; // prettier-ignore
  const message =
    wps?.replace('{what}', String(verdict.params['what'])) ?? documentMessage(verdict.code, verdict.params);
  throw refused(verdict.code, message, fileName);
}

async function read(bytes: Uint8Array, fileName: string): Promise<FileReading> {
  const archive = openZip(bytes, LIMITS);
  const part = async (name: string): Promise<XmlNode[]> => {
    const content = await readZipFile(archive, name, MAX_PART);
    return content === null ? [] : parseXml(Buffer.from(content).toString('utf8'));
  };
  if (!archive.entries.has('word/document.xml'))
    throw new ReportFileError('UNSUPPORTED', `文件“${fileName}”不是Word文档（.docx），请上传.docx、.txt、.pdf或网页格式的报告。`); // prettier-ignore
  const body = childrenOf(named(childrenOf(named(await part('word/document.xml'), 'w:document')), 'w:body'));
  const reading: Reading = {
    numbering: numberingOf(await part('word/numbering.xml'), await part('word/styles.xml')),
    fields: [],
    setAside: [],
  };
  const text = blockLines(body, reading).join('\n');
  const pictures = deep(body, 'pic:pic').length + deep(body, 'v:imagedata').length + deep(body, 'w:drawing').length;
  if (text.trim() === '' && pictures > 0)
    throw new ReportFileError(
      'SCAN_OR_PDF',
      `文件“${fileName}”里只有图片，没有文字。请先做文字识别（OCR），另存为.docx或.txt后再上传。`,
    );
  if (deep(body, 'pic:pic').length > 0) reading.setAside.push({ kind: 'UNREAD', text: `图片${deep(body, 'pic:pic').length}张，图中文字没有读入` }); // prettier-ignore
  if (deep(body, 'w:altChunk').length > 0) reading.setAside.push({ kind: 'UNREAD', text: '嵌入的另一份文档没有读入' });
  for (const [name, kind] of Object.entries(BESIDE))
    for (const entry of archive.entries.keys())
      if (new RegExp(`^word/${name}\\d*\\.xml$`, 'u').test(entry)) reading.setAside.push(...besides(await part(entry), kind)); // prettier-ignore
  return { text, setAside: reading.setAside };
}

/** Parts beside the body whose words are no part of the report. */
const BESIDE: Readonly<Record<string, SetAside['kind']>> = {
  footnotes: 'NOTE',
  endnotes: 'NOTE',
  comments: 'NOTE',
  header: 'PAGE_FURNITURE',
  footer: 'PAGE_FURNITURE',
};

function besides(nodes: XmlNode[], kind: SetAside['kind']): SetAside[] {
  const text = deep(nodes, 'w:t').flatMap((node) => childrenOf(node).map((child) => String(child['#text'] ?? '')));
  const words = text.join('').trim();
  return words === '' ? [] : [{ kind, text: words }];
}
