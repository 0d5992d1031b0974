/** The words of jobs. */
export const jobWords = {
  jobKind: {
    EXPORT_LEDGER: 'Export of the ledger',
    EXPORT_REPORT: 'Export of the report',
    EXPORT_PLAN: 'Export of the plan',
    EXPORT_PRINCIPAL_REPORT: 'Export of the principal’s report',
    EXPORT_ARCHIVE: 'Archive',
    EXPORT_PUBLICATION: 'Files of the public text',
    IMPORT_REPORT: 'Reading of a report',
    IMPORT_LEDGER: 'Reading of a list',
  },
  exportKind: {
    LEDGER: 'Ledger',
    REPORT: 'Report',
    PLAN: 'Plan',
    PRINCIPAL_REPORT: 'Principal’s report',
    ARCHIVE: 'Archive',
    PUBLICATION: 'Files for the public site',
  },
  exportFormat: { XLSX: 'Excel', DOCX: 'Word', PDF: 'PDF', TXT: 'Plain text', ZIP: 'Zip' },
  jobState: { WAITING: 'Waiting', RUNNING: 'Running', DONE: 'Done', FAILED: 'Not done', CANCELLED: 'Cancelled' },
  jobStep: {
    READING: 'reading',
    WRITING: 'writing the file',
    PRINTING: 'printing',
    PACKING: 'packing files',
  },
  jobVerb: { cancelJob: 'Cancel', retryJob: 'Try again' },
};
