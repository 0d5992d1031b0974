import type { ReportBlock } from '../report/blocks.ts';
import type { Imprint } from './ending.ts';
import type { OfficialTable } from './table.ts';
import { OFFICIAL_CSS } from './html-css.ts';
import type { Annex, OfficialDocument } from './write-official.ts';
import { markPoints, prose, widthOf } from './plain-words.ts';

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for HTML: whatever users wrote stays text. */
const escaped = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"']/g, (sign) => SIGNS[sign]!); // prettier-ignore

const p = (look: string, text: string, style = ''): string =>
  `<p class="${look}"${style === '' ? '' : ` style="${style}"`}>${escaped(text)}</p>`;

/**
 * An official document as one page of HTML for a browser to print: the same page, lines and characters as the .docx, with
 * open fonts. It holds no script and loads nothing.
 */
export function officialHtml(paper: OfficialDocument): string {
  const { title, head = {}, annexes = [], imprint } = paper;
  const parts = [
    paper.watermark === undefined ? '' : p('watermark', paper.watermark),
    head.mark ? p('mark', head.mark, `font-size:${markPoints(head.mark)}pt`) : '',
    head.number ? p(head.mark ? 'number lined' : 'number', head.number) : '',
    ...textOf(paper),
    paper.slip
      ? `<section class="slip">${p('slip-title', paper.slip.title)}${tableOf(paper.slip.table)}</section>`
      : '',
    imprint === undefined ? '' : imprintOf(imprint),
    ...annexes.map((annex, at) => annexOf(annex, annexes.length > 1 ? String(at + 1) : '')),
  ];
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">${policy}<title>${escaped(title)}</title><style>${OFFICIAL_CSS}</style></head><body>${parts.join('\n')}</body></html>`;
}

function textOf({ blocks, annexes = [] }: OfficialDocument): string[] {
  const lastTitle = blocks.findLastIndex(({ style }) => style === 'title');
  const signed = blocks.findIndex(({ style }) => style === 'signature' || style === 'date');
  const date = blocks.find(({ style }) => style === 'date')?.text ?? '';
  const ending = signed < 0 ? blocks.length : signed;
  const printed = blocks.map((block, at) => {
    const gap = at === lastTitle ? ' under' : at === signed ? ' signed' : '';
    return paragraph(block, at === lastTitle + 1, date, gap);
  });
  const notes = annexes.map(({ title }, i) => {
    const number = annexes.length > 1 ? `${i + 1}.` : '';
    return p(i === 0 ? 'note first' : 'note', `${i === 0 ? '附件：' : '　　　'}${number}${title}`);
  });
  return [...printed.slice(0, ending), ...notes, ...printed.slice(ending)];
}

function paragraph({ style, text }: ReportBlock, underTitle: boolean, date: string, gap: string): string {
  if (underTitle && style === 'body' && /^.{2,80}[：:]$/.test(text)) return p('addressee', text);
  if (style === 'signature') {
    const right = Math.max(0, 4 + (widthOf(date) - widthOf(text)) / 2);
    return p(`signature${gap}`, text, `padding-right:calc(${right} * var(--cell))`);
  }
  const end = text.indexOf('。') + 1;
  if (!style.startsWith('heading') || end === 0 || end === text.length) return p(`${style}${gap}`, text);
  return `<p class="${style}">${escaped(text.slice(0, end))}<span class="rest">${escaped(text.slice(end))}</span></p>`;
}

function tableOf({ columns, groups }: OfficialTable): string {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => `<col style="width:${((width * 100) / whole).toFixed(2)}%">`).join('');
  const named = columns.some(({ header }) => header);
  const head = named ? `<thead><tr>${columns.map(({ header = '' }) => `<th>${escaped(header)}</th>`).join('')}</tr></thead>` : ''; // prettier-ignore
  const rows = groups.map(({ cells }) => {
    const count = Math.max(1, ...cells.map((cell) => (typeof cell === 'string' ? 1 : cell.length)));
    return Array.from({ length: count }, (_, row) => {
      const drawn = cells.map((cell, at) => {
        const shared = typeof cell === 'string';
        if (shared && row > 0) return '';
        const text = escaped(shared ? cell : (cell[row] ?? '')).replace(/\r\n?|\n/g, '<br>');
        const look = columns[at]?.look;
        return `<td${shared && count > 1 ? ` rowspan="${count}"` : ''}${look === undefined ? '' : ` class="${look}"`}>${text}</td>`;
      });
      return `<tr>${drawn.join('')}</tr>`;
    }).join('');
  });
  return `<table><colgroup>${widths}</colgroup>${head}<tbody>${rows.join('')}</tbody></table>`;
}

function imprintOf({ copies = [], printer, printedOn }: Imprint): string {
  const day = `${printedOn === null ? '　　年　月　日' : prose(printedOn)}印发`;
  const sent = copies.length === 0 ? '' : p('copies', `抄送：${copies.join('，')}。`);
  return `<section class="imprint">${sent}<p class="printer"><span>${escaped(printer)}</span><span>${escaped(day)}</span></p></section>`;
}

const annexOf = ({ title, note, table, signatures }: Annex, number: string): string =>
  `<section class="annex">${p('annex-number', `附件${number}`)}${p('title', title)}${note === undefined ? '' : p('table-note', note)}${tableOf(table)}${signatures === undefined ? '' : p('table-note after', signatures)}</section>`;
