import { useTranslation } from 'react-i18next';
import { today } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import css from './FindingSheetPage.module.css';

const SheetOpinionsFragment = graphql(`
  fragment SheetOpinions_submission on Submission {
    id
    steps {
      id
      kind
      state
      opinion
      signerName
      signerPost
      principalName
      signedAt
      skipReason
    }
  }
`);

const USUAL = ['DEPARTMENT_HEAD', 'LEADER', 'SECRETARY'] as const;

/** A box per step: what was signed is printed, what was not stays empty for the pen. */
export function SheetOpinions({ submission }: { submission: FragmentType<typeof SheetOpinionsFragment> | null }) {
  const { t } = useTranslation();
  const steps = submission ? readFragment(SheetOpinionsFragment, submission).steps : null;
  /** A deputy's signature names both, and the post that it stands for. */
  const signature = (step: { signerName: string | null; principalName?: string | null; signerPost?: string | null }) =>
    step.signerName && step.principalName
      ? `${t('deputy.signedFor', { deputy: step.signerName, name: step.principalName })}(${step.signerPost ?? ''})`
      : step.signerName;
  const rows = steps ?? USUAL.map((kind) => ({ id: kind, kind, signedAt: null, signerName: null, opinion: null }));
  return (
    <>
      {rows.map((step) => (
        <tr key={step.id}>
          <th scope="row">{t('finding.sheet.opinion', { step: t(`vocabulary.signoffStepKind.${step.kind}`) })}</th>
          <td colSpan={3} aria-label={t(`vocabulary.signoffStepKind.${step.kind}`)}>
            <div className={css.opinion}>
              <p>
                {'skipReason' in step && step.skipReason
                  ? t('signing.skipped', { reason: t(`vocabulary.skipReason.${step.skipReason}`) })
                  : step.opinion}
              </p>
              <p className={css.signed}>
                {t('finding.sheet.signature')} {signature(step) ?? '                '}{' '}
                {step.signedAt ? today(new Date(step.signedAt)) : t('finding.sheet.day')}
              </p>
            </div>
          </td>
        </tr>
      ))}
    </>
  );
}
