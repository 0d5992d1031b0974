import type { ParsedFinding } from '@closeout/report/types';
import type { ImportEditInput } from '../../gql/graphql.ts';
import type { Showing } from './SourceValue.tsx';

/** Everything the parts of the card need: the finding, how to show a value's place, how to correct. */
export type CardContext = {
  finding: ParsedFinding;
  showing: Showing;
  editable: boolean;
  busy: boolean;
  correct: (edits: ImportEditInput[]) => Promise<boolean>;
  /** Corrects, and offers for ten seconds to take it back. */
  change: (edit: ImportEditInput, back: ImportEditInput) => Promise<boolean>;
};
