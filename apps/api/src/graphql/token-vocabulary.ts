import * as domain from '@closeout/domain';
import { enumOf } from './enums.ts';

export const TokenVerbEnum = enumOf('TokenVerb', 'What a token may be used for.', domain.TOKEN_VERBS, {
  readOutline: 'Numbers and states: outlines, inspections, statistics.',
  readFinding: 'Findings with their actions, evidence and money.',
  exportLedger: 'The ledger and the report as files; needs every field class.',
});
export const TokenStateEnum = enumOf('TokenState', 'Where a token stands.', domain.TOKEN_STATES, {
  REQUESTED: 'Waits for the approver; gives statistics until then.',
  IN_FORCE: 'Gives everything that it asks for.',
  REFUSED: 'The approver refused, or took the approval back; gives statistics.',
  LAPSED: 'Who approved may not approve any more; gives statistics until somebody else does.',
  REVOKED: 'Ended.',
  EXPIRED: 'Past its last day.',
});
export const TokenActEnum = enumOf('TokenAct', 'What can be done with a token.', domain.TOKEN_ACTS, {
  approve: 'Approve what it asks for: `decideApiToken`.',
  refuse: 'Refuse it, or take an approval back: `decideApiToken`.',
  revoke: 'End it: `revokeApiToken`.',
});
