import type { JobKind } from '@closeout/domain';
import { archiveJob } from '../archive/archive-job.ts';
import { publicSiteJob } from '../disclosure/public-site.ts';
import { readLedgerJob, readReportJob } from '../imports/import-jobs.ts';
import { ledgerJob, planJob, principalReportJob, reportJob } from '../reports/export-jobs.ts';
import type { JobWork } from './job-work.ts';

/** Every kind of long work. A new one: its code in JOB_KINDS of packages/domain, its words, and a line here (docs/decisions/0025). */
export const JOB_WORK: Readonly<Record<JobKind, JobWork>> = {
  EXPORT_LEDGER: ledgerJob,
  EXPORT_REPORT: reportJob,
  EXPORT_PLAN: planJob,
  EXPORT_PRINCIPAL_REPORT: principalReportJob,
  EXPORT_ARCHIVE: archiveJob,
  EXPORT_PUBLICATION: publicSiteJob,
  IMPORT_REPORT: readReportJob,
  IMPORT_LEDGER: readLedgerJob,
};
