/** 公文模板 */
export const template = {
  sub: '用本单位的 Word 模板导出公文;没有启用模板的,按内置版式。',
  none: '没有由您管理的公文模板',
  noneText: '本单位公文的模板由整改办管理,通知的模板由巡察办管理。',
  builtin: '现用内置版式',
  own: '现用第 {{number}} 版 {{file}}',
  start: '下载起始模板',
  upload: '上传模板',
  uploadHint: '.docx,最大 5 MB。先检查,合格才保存;保存后还要启用。',
  checking: '正在检查…',
  refused: '“{{name}}”不能用作模板,没有保存',
  lost: '没有送到,请检查网络后重新选择文件。',
  versionsOf: '{{name}}模板的各版',
  version: '版本',
  numbered: '第 {{number}} 版',
  file: '文件',
  state: '状态',
  uploaded: '上传',
  changed: '启用或停用',
  preview: '试填下载',
  previewOf: '试填下载第 {{number}} 版',
  placeholders_other: '占位符 {{count}} 个',
  howTo:
    '在模板文字中写花括号和名称,如 {{name}}。列表写“{{list}}”,同在正文中或同在表格的一行中,每项重复一次;文字也可这样写,为空时不印。',
  written: '写法',
  where: '位置',
  anywhere: '任何位置',
  within: '“{{name}}”之中',
  means: '填入的内容',
  done: {
    kept: '已保存为第 {{number}} 版,启用后才用于导出',
    putTemplateInForce: '第 {{number}} 版已启用,此后导出按它排版',
    removeTemplate: '第 {{number}} 版已停用,此后导出按内置版式',
  },
};

export const templateWords = {
  templateKind: {
    REPORT: '整改进展情况报告',
    PLAN: '整改方案和三张清单',
    PRINCIPAL_REPORT: '主要负责人组织落实情况报告',
    NOTICE: '督办等通知',
  },
  templateState: { READY: '未启用', IN_FORCE: '启用中', RETIRED: '已停用' },
  templateVerb: { putTemplateInForce: '启用', removeTemplate: '停用' },
};

export const templateRefusals = {
  templates_fileGone: '模板文件已不在,请重新上传模板。',
  templates_tooMuch: '内容过多,没有按本单位模板在时限内写完,请以内置版式导出。',
  templates_notInForce: '第 {{number}} 版没有启用,不必停用。',
  templates_inForceAlready: '第 {{number}} 版已在启用中。',
  templates_sameFile: '这份文件已是第 {{number}} 版,请直接启用该版。',
  templates_nothingToShow: '还没有可以填入的数据:请先建立检查或发出通知,再试填。',
  templates_kind: '没有这一种公文模板。',
  templates_unfit: '文件不能用作模板,请按列出的各项改正。',
  templates_noPdf: '正在使用本单位模板第 {{number}} 版,只能导出 .docx;要 PDF,请用内置版式。',
};
