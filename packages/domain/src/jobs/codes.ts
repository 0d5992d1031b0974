/** What may be taken along as a file in the background. */
export const EXPORT_KINDS = ['LEDGER', 'REPORT', 'PLAN', 'PRINCIPAL_REPORT', 'ARCHIVE', 'PUBLICATION'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

export const EXPORT_FORMATS = ['XLSX', 'DOCX', 'PDF', 'TXT', 'ZIP'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What each goes out as; the first where nothing is said. */
export const FORMATS_OF: Readonly<Record<ExportKind, readonly [ExportFormat, ...ExportFormat[]]>> = {
  LEDGER: ['XLSX'],
  REPORT: ['DOCX', 'PDF', 'TXT'],
  PLAN: ['DOCX', 'PDF'],
  PRINCIPAL_REPORT: ['DOCX', 'PDF'],
  ARCHIVE: ['ZIP'],
  PUBLICATION: ['ZIP'],
};

/** Long work that runs as a job: an export, the archive package, the files of a public text, or a large file that is read. */
export const JOB_KINDS = [
  'EXPORT_LEDGER',
  'EXPORT_REPORT',
  'EXPORT_PLAN',
  'EXPORT_PRINCIPAL_REPORT',
  'EXPORT_ARCHIVE',
  'EXPORT_PUBLICATION',
  'IMPORT_REPORT',
  'IMPORT_LEDGER',
] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export const JOB_STATES = ['WAITING', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** What a running job is at. */
export const JOB_STEPS = ['READING', 'WRITING', 'PRINTING', 'PACKING'] as const;
export type JobStep = (typeof JOB_STEPS)[number];

/** What its owner does with a job. */
export const JOB_VERBS = ['cancelJob', 'retryJob'] as const;
export type JobVerb = (typeof JOB_VERBS)[number];
