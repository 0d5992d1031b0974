import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { PartHead } from '../findings/Panel.tsx';
import { AssessmentDialog } from './AssessmentDialog.tsx';
import css from './effects.module.css';

const AssessmentPartFragment = graphql(`
  fragment AssessmentPart_inspection on Inspection {
    id
    viewerCan
    assessments {
      id
      assessedOn
      assessor
      grade
      gradeText
      score
      fullScore
      remark
      items {
        ordinal
        title
        score
        fullScore
      }
    }
  }
`);

const points = (score?: string | null, fullScore?: string | null) =>
  score ? [score, fullScore].filter(Boolean).join(' / ') : '—';

/** 成效评估: the latest first; the office enters, the body reads. */
export function AssessmentPart({ inspection: masked }: { inspection: FragmentType<typeof AssessmentPartFragment> }) {
  const { t } = useTranslation();
  const inspection = readFragment(AssessmentPartFragment, masked);
  const [open, setOpen] = useState(false);
  return (
    <section aria-label={t('effect.assessments')}>
      <PartHead
        title={t('effect.assessments')}
        actions={
          inspection.viewerCan.includes('assessEffect') && (
            <Button look="quiet" onClick={() => setOpen(true)}>
              {t('effect.assess')}
            </Button>
          )
        }
      />
      {inspection.assessments.length === 0 ? (
        <p className={css.quiet}>{t('effect.notAssessed')}</p>
      ) : (
        <Table caption={t('effect.assessments')} cards>
          <thead>
            <tr>
              <Th>{t('effect.assessedOn')}</Th>
              <Th>{t('effect.assessor')}</Th>
              <Th>{t('effect.grade')}</Th>
              <Th right>{t('effect.score')}</Th>
              <Th>{t('effect.items')}</Th>
              <Th>{t('effect.remark')}</Th>
            </tr>
          </thead>
          <tbody>
            {inspection.assessments.map((each) => (
              <tr key={each.id}>
                <Td label={t('effect.assessedOn')}>{each.assessedOn}</Td>
                <Td label={t('effect.assessor')}>{each.assessor}</Td>
                <Td label={t('effect.grade')}>
                  {each.gradeText ?? (each.grade ? t(`vocabulary.assessmentGrade.${each.grade}`) : '—')}
                </Td>
                <Td right label={t('effect.score')}>
                  {points(each.score, each.fullScore)}
                </Td>
                <Td label={t('effect.items')}>
                  {each.items.map((item) => `${item.title} ${points(item.score, item.fullScore)}`).join(';') || '—'}
                </Td>
                <Td label={t('effect.remark')}>{each.remark ?? '—'}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {open && <AssessmentDialog inspectionId={inspection.id} onClose={() => setOpen(false)} />}
    </section>
  );
}
