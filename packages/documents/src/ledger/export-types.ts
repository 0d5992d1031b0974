/** A deadline to print: a day, words, or both (`2024年底前，并长期坚持`). A day without words becomes a real date cell. */
export interface ExportDeadline {
  text: string;
  date: string | null;
}

/** One action row. Null: as the finding says. */
export interface ExportAction {
  text: string;
  leader?: string | null;
  department?: string | null;
  person?: string | null;
  deadline?: ExportDeadline | null;
  progress?: string | null;
  evidence?: string | null;
}

/** One finding of the official ledger. Class and result are the round's own words; sums are whole fen. */
export interface ExportFinding {
  number: string | number;
  aspect?: string | null;
  title: string;
  description?: string | null;
  remediationType?: string | null;
  target?: string | null;
  leader?: string | null;
  leadDepartment?: string | null;
  supportingDepartments?: readonly string[];
  person?: string | null;
  deadline?: ExportDeadline | null;
  progress?: string | null;
  evidence?: string | null;
  effect?: string | null;
  statedFen?: number | null;
  recoveredFen?: number | null;
  result?: string | null;
  closedOn?: string | null;
  remark?: string | null;
  actions: readonly ExportAction[];
}

/** The official ledger as printed. Without findings it is the blank form. */
export interface LedgerExport {
  /** e.g. 市科协党组巡察整改台账 */
  title: string;
  bodyName: string;
  /** YYYY-MM-DD */
  filledOn: string;
  /** Roles on the signature line; default 填表人, 审核人, 主要负责人（签字）. */
  signatures?: readonly string[];
  /** Words offered in the list cells; default the usual ones. */
  remediationTypes?: readonly string[];
  results?: readonly string[];
  paper?: 'A4' | 'A3';
  /** Who took it out and when, at the foot of every page. */
  watermark?: string;
  findings: readonly ExportFinding[];
}
