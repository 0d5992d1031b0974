import { CLOSING_STARTS, METADATA_STARTS } from './lexicon.ts';
import { anyOf } from './text.ts';
import type { Row } from './rows.ts';

const CLOSING = new RegExp(`^(?:${anyOf(CLOSING_STARTS)})`, 'u');
const METADATA = new RegExp(`^[【[(]?\\s*(?:${anyOf(METADATA_STARTS)})\\s*[:】]`, 'u');
const SIGNATURE =
  /^(?:中共|中国共产党)?[\p{Script=Han}()“” ]{2,36}(?:党组|党委|党工委|委员会|总支|支部|局|委|办公室|公司|学校|大学|学院|医院|协会|中心|政府|院|会)$/u;
const DATE_LINE =
  /^[(]?\s*(?:\d{4}|[〇零○O一二三四五六七八九]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*(?:[\d一二三四五六七八九十]{1,3}\s*日)?\s*[)]?$/u;
const CONTACT = /^(?:联系|邮政|电子邮|监督电话|通讯地址|通信地址|邮箱|地址|电话|举报电话|来信|信箱)/u;

export type ClosingKind = 'closing' | 'contact' | 'signature';

/** A line that belongs to the end of the report, not to a finding. */
export function closingRow(view: string, row: Row): ClosingKind | null {
  if (row.marker || row.label) return null;
  const text = view.slice(row.line.start, row.line.end);
  if (CONTACT.test(text)) return 'contact';
  if (CLOSING.test(text)) return 'closing';
  return isSignature(text) || DATE_LINE.test(text) ? 'signature' : null;
}

export const isSignature = (text: string): boolean => SIGNATURE.test(text);
export const isDateLine = (text: string): boolean => DATE_LINE.test(text);
/** A line of the web page: 发布日期:…, 索引号:…. */
export const isMetadata = (text: string): boolean => METADATA.test(text);
