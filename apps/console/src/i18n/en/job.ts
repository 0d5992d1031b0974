/** Jobs: long work in the background. */
export const job = {
  title: 'Jobs',
  sub: 'Exports, archives and large files in the background; only you see them',
  header_one: 'Jobs, {{count}} running',
  header_other: 'Jobs, {{count}} running',
  headerWord: 'Jobs',
  what: 'What',
  state: 'Progress',
  asked: 'Asked for',
  result: 'Result',
  about: '{{body}} · {{round}}',
  asOf: 'as of {{day}}',
  progress: 'Done',
  until: 'kept until {{at}}',
  gone: 'The file is not kept any more: export it again when you need it',
  openImport: 'Open and check',
  importGone: 'The draft is gone',
  none: 'No jobs yet',
  noneHint:
    'Choose “Export in the background” on the ledger or the report, or import a large file: progress and result appear here, also after you left.',
  export: 'Export in the background',
  exportHint:
    'It goes on without you. When it is done, fetch the file under “Jobs” at the top; it is kept for some days.',
  archiveHint:
    'Report, ledger, plan, all evidence and the body’s audit trail in one zip with a list of sums. Restricted talks only where you may read them; each is noted.',
  begin: 'Begin',
  choose: 'Choose',
  format: 'Format',
  plan: 'Plan',
  started: '{{what}}: it goes on in the background; see “Jobs” at the top for progress and the file',
};
