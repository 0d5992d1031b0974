import type { OfficialDocument } from './write-official.ts';

/** One piece of evidence as a row of the catalogue. */
export interface CatalogueEntry {
  piece: string;
  title: string;
  /** In words. */
  kind: string;
  date: string | null;
  /** Names of its files; none: it is recorded without one. */
  files: readonly string[];
  remark: string | null;
}

export interface CatalogueFacts {
  body: string;
  finding: { number: number; title: string };
  entries: readonly CatalogueEntry[];
}

const COLUMNS = [
  { header: '序号', width: 1, look: 'centred' as const },
  { header: '件号', width: 1.7, look: 'centred' as const },
  { header: '材料名称', width: 5 },
  { header: '类别', width: 1.4, look: 'centred' as const },
  { header: '日期', width: 2, look: 'centred' as const },
  { header: '文件', width: 4.4 },
  { header: '备注', width: 1.6 },
];

/** 档案盒目录 of one finding: what lies in its box, piece by piece. */
export function catalogueDocument({ body, finding, entries }: CatalogueFacts): OfficialDocument {
  const groups = entries.map(({ piece, title, kind, date, files, remark }, at) => ({
    cells: [
      String(at + 1),
      piece,
      title,
      kind,
      date ?? '',
      files.join('\n'),
      remark ?? (files.length === 0 ? '无附件' : ''),
    ],
  }));
  return {
    title: `档案盒目录（问题${finding.number}）`,
    author: body,
    blocks: [
      { style: 'title', text: '档案盒目录' },
      { style: 'body', text: `单位：${body}` },
      { style: 'body', text: `问题${finding.number}：${finding.title}` },
      ...(entries.length === 0 ? [{ style: 'body' as const, text: '没有登记佐证材料。' }] : []),
    ],
    ...(entries.length === 0 ? {} : { slip: { title: `共${entries.length}件`, table: { columns: COLUMNS, groups } } }),
  };
}
