import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { MarginNote } from '../../ui/MarginNote.tsx';

const ReopenedNoteFragment = graphql(`
  fragment ReopenedNote_finding on Finding {
    state
    cycle
    reopened {
      at
      byName
      reason
    }
  }
`);

/** Why a closed finding is being worked on again; it goes when the new cycle is closed. */
export function ReopenedNote({ finding: masked }: { finding: FragmentType<typeof ReopenedNoteFragment> }) {
  const { t } = useTranslation();
  const { state, cycle, reopened } = readFragment(ReopenedNoteFragment, masked);
  if (!reopened || state === 'CLOSED') return null;
  return (
    <MarginNote title={t('recheck.reopened', { cycle })} by={`${reopened.byName} ${dateTime(reopened.at)}`}>
      {reopened.reason}
    </MarginNote>
  );
}
