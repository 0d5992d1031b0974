/** 任务的用语 */
export const jobWords = {
  jobKind: {
    EXPORT_LEDGER: '导出台账',
    EXPORT_REPORT: '导出整改报告',
    EXPORT_PLAN: '导出整改方案',
    EXPORT_PRINCIPAL_REPORT: '导出主要负责人报告',
    EXPORT_ARCHIVE: '打包归档',
    EXPORT_PUBLICATION: '生成公开网页',
    IMPORT_REPORT: '读取报告',
    IMPORT_LEDGER: '读取清单',
  },
  exportKind: {
    LEDGER: '台账',
    REPORT: '整改报告',
    PLAN: '整改方案',
    PRINCIPAL_REPORT: '主要负责人报告',
    ARCHIVE: '归档包',
    PUBLICATION: '公开网页包',
  },
  exportFormat: { XLSX: 'Excel', DOCX: 'Word', PDF: 'PDF', TXT: '纯文本', ZIP: '压缩包' },
  jobState: { WAITING: '排队中', RUNNING: '进行中', DONE: '已完成', FAILED: '未完成', CANCELLED: '已取消' },
  jobStep: { READING: '读取数据', WRITING: '生成文件', PRINTING: '排版打印', PACKING: '装入文件' },
  jobVerb: { cancelJob: '取消', retryJob: '重试' },
};
