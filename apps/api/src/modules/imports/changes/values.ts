import type { DueKind, RemediationType } from '@closeout/domain';

/** What a table changes of a finding's texts; `details`: what the ledger prints as 具体问题. */
export interface EditFindingValues {
  title?: string;
  details?: string;
  acceptanceCriterion?: string | null;
  effect?: string | null;
  remark?: string | null;
}

/** Ids are uuids of the body's own posts and departments. */
export interface AssignValues {
  leaderId?: string | null;
  leadDepartmentId?: string | null;
  supportingDepartmentIds?: string[];
  remediationType?: RemediationType | null;
  dueOn?: string;
  dueKind?: DueKind;
  dueText?: string | null;
}

export interface EditActionValues {
  text?: string;
  departmentId?: string | null;
  handlerId?: string | null;
  dueOn?: string | null;
  dueText?: string | null;
}
