import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { MarginNote } from '../../ui/MarginNote.tsx';

const ReturnedNoteFragment = graphql(`
  fragment ReturnedNote_finding on Finding {
    returned {
      at
      byName
      reason
    }
    pendingSubmission {
      submittedByName
      submittedAt
      statement
      summary {
        answersReturn
      }
    }
  }
`);

/** Why the work came back, in the margin like a teacher's hand; once submitted again, with the answer to it. */
export function ReturnedNote({ finding: masked }: { finding: FragmentType<typeof ReturnedNoteFragment> }) {
  const { t } = useTranslation();
  const { returned, pendingSubmission } = readFragment(ReturnedNoteFragment, masked);
  if (returned) {
    return (
      <MarginNote title={t('finding.returned')} by={`${returned.byName} ${dateTime(returned.at)}`}>
        {returned.reason}
      </MarginNote>
    );
  }
  const answers = pendingSubmission?.summary.answersReturn;
  if (!pendingSubmission || !answers) return null;
  return (
    <MarginNote title={t('finding.returned')}>
      {answers}
      {pendingSubmission.statement && (
        <>
          {'\n'}
          {t('finding.answered', {
            name: pendingSubmission.submittedByName,
            at: dateTime(pendingSubmission.submittedAt),
            words: pendingSubmission.statement,
          })}
        </>
      )}
    </MarginNote>
  );
}
