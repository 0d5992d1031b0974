import { bodyStyle, type ReportBlock } from '../report/blocks.ts';
import type { OfficialDocument } from './write-official.ts';
import { prose } from './plain-words.ts';

/** What a letter of the inspection office is written from. */
export interface NoticeFacts {
  office: string;
  /** 巡察督〔2026〕3号 */
  number: string;
  title: string;
  /** Body with the posts, or the authority that a hand-over goes to. */
  to: string;
  text: string;
  findings: readonly { seq: number; title: string }[];
  /** YYYY-MM-DD */
  replyDueOn: string | null;
  sentOn: string;
  withdrawn: boolean;
  /** 回执, filled in where the notice was signed for; null: none is asked for. */
  receipt: { body: string; signedBy: string; signedOn: string | null } | null;
}

const body = (text: string): ReportBlock => ({ style: 'body', text });

/** A notice (督办、指导、提醒、告诫) or a hand-over as the letter that is sent and filed on paper, with its reply slip. */
export function noticeDocument(facts: NoticeFacts): OfficialDocument {
  const { office, number, title, to, text, findings, replyDueOn, sentOn, withdrawn } = facts;
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  return {
    title,
    author: office,
    head: { mark: office, number },
    blocks: [
      { style: 'title', text: title },
      ...(withdrawn ? [{ style: 'title' as const, text: '（已撤回）' }] : []),
      body(`${to}：`),
      ...lines.filter((line) => line !== '').map((line) => ({ style: bodyStyle(line), text: line })),
      ...(findings.length === 0 ? [] : [body('涉及问题：')]),
      ...findings.map((one) => body(`${one.seq}.${one.title}`)),
      ...(replyDueOn === null ? [] : [body(`请于${prose(replyDueOn)}前将办理情况书面回复我办。`)]),
      { style: 'signature', text: office },
      { style: 'date', text: prose(sentOn) },
    ],
    ...slipOf(facts),
  };
}

function slipOf({ receipt, number, title }: NoticeFacts): Pick<OfficialDocument, 'slip'> {
  if (receipt === null) return {};
  const { signedBy, signedOn } = receipt;
  const rows = [
    ['文号', number],
    ['标题', title],
    ['收文单位', receipt.body],
    ['签收人', signedBy],
    ['签收日期', signedOn === null ? '　　　　年　　月　　日' : prose(signedOn)],
    ['办理情况', '\n\n\n\n'],
  ];
  const table = {
    columns: [{ width: 1, look: 'head' as const }, { width: 5 }],
    groups: rows.map((cells) => ({ cells })),
  };
  return { slip: { title: '回　　执', table } };
}
