import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { EditFindingDialog } from './EditFindingDialog.tsx';
import { PartHead } from './Panel.tsx';
import { SourceWords } from './SourceWords.tsx';
import css from './FindingText.module.css';

const FindingTextFragment = graphql(`
  fragment FindingText_finding on Finding {
    description
    rootCause
    acceptanceCriterion
    remark
    viewerCan
    continuation {
      reason
      target
      nextReviewOn
    }
    ...EditFindingDialog_finding
    ...SourceWords_finding
  }
`);

/** The finding in the words of the feedback, and what the body itself wrote about cause and target. */
export function FindingText({ finding: masked }: { finding: FragmentType<typeof FindingTextFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(FindingTextFragment, masked);
  const [editing, setEditing] = useState(false);
  const { continuation } = finding;
  const notes = [
    [t('fields.rootCause'), finding.rootCause],
    [t('fields.acceptanceCriterion'), finding.acceptanceCriterion],
    [t('fields.remark'), finding.remark],
    [t('signing.reason'), continuation?.reason],
    [t('signing.target'), continuation?.target],
    [t('signing.nextReview'), continuation?.nextReviewOn],
  ].filter((note): note is [string, string] => Boolean(note[1]));
  return (
    <section aria-label={t('finding.text')}>
      <PartHead
        title={t('finding.text')}
        actions={
          finding.viewerCan.includes('editFinding') && (
            <Button look="quiet" onClick={() => setEditing(true)}>
              {t('finding.edit')}
            </Button>
          )
        }
      />
      <p className={css.prose}>{finding.description}</p>
      <SourceWords finding={finding} />
      {notes.length > 0 && (
        <dl className={css.notes}>
          {notes.map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      )}
      {editing && <EditFindingDialog finding={finding} onClose={() => setEditing(false)} />}
    </section>
  );
}
