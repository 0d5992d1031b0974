import * as domain from '@closeout/domain';
import { enumOf } from './enums.ts';

/** The codes of imports. */
export const ImportKindEnum = enumOf('ImportKind', 'What was imported.', domain.IMPORT_KINDS, {
  REPORT: 'A published report.',
  LEDGER_WORKBOOK: 'The body’s own list in Excel.',
  LEDGER_CHANGES: 'A ledger that was exported, changed and sent back: changes of what there is.',
});
export const ImportModeEnum = enumOf('ImportMode', 'How an import enters the ledger.', domain.IMPORT_MODES, {
  HISTORY: 'As history: 据原文记录, no seal.',
  LIVE: 'As a live ledger: every finding 待认领.',
});
export const ImportStateEnum = enumOf('ImportState', 'State of an import.', domain.IMPORT_STATES, {
  DRAFT: 'Being checked.',
  COMMITTED: 'In the ledger.',
  UNDONE: 'Taken back.',
});
