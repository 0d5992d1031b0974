import { FINDING_STATES } from '../ledger/ledger-search.ts';
import type { FindingState } from '../../gql/graphql.ts';

/** Pages of one inspection: which one, when the viewer has several in reach. */
export function inspectionSearch(raw: Record<string, unknown>): { inspection?: string } {
  return typeof raw.inspection === 'string' && raw.inspection.startsWith('ins_') ? { inspection: raw.inspection } : {};
}

export type OutlineSearch = { inspection?: string; state?: FindingState; overdue?: true };

/** 全单位进展 in the URL: whose, in which state, or what is overdue. */
export function validateOutlineSearch(raw: Record<string, unknown>): OutlineSearch {
  const state = FINDING_STATES.find((each) => each === raw.state);
  return {
    ...inspectionSearch(raw),
    ...(state ? { state } : {}),
    ...(raw.overdue === true || raw.overdue === 'true' ? { overdue: true as const } : {}),
  };
}
