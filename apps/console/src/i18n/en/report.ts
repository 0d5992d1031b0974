import type { report as chinese } from '../zh/report.ts';

/** The progress report. */
export const report: typeof chinese = {
  title: 'Report',
  sub: 'Made from the ledger as it stands; when the ledger changes, this changes.',
  inspection: 'Which inspection',
  docx: 'Export Word (.docx)',
  txt: 'Export plain text',
  xlsx: 'Export the ledger (.xlsx)',
  print: 'Print',
  preview: 'Preview of the report',
  absent: 'No inspection to report on yet',
  absentText: 'Once an inspection is set up and has findings, its progress report appears here.',
  empty: 'The ledger has no findings yet',
  emptyText: 'Import a report or a list, or record findings one by one.',
  toImport: 'Import',
  follows: 'Follows the words of “{{file}}”, brought up to date where the ledger changed.',
  composed: 'Written from the ledger.',
  live: 'Marked: figures of the ledger, or words that differ from the source',
  liveCount: 'Paragraphs that differ from the source: {{count}}',
  liveNone: 'Word for word as imported.',
  warnings: 'Please check before publishing: {{count}}',
  warningsNone: 'Nothing to check.',
  seqs: 'findings {{seqs}}',
  seqsMore: 'and more, {{count}} in all',
  outline: 'Contents',
};
