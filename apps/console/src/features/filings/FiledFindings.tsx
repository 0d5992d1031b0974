import { useTranslation } from 'react-i18next';
import { amount } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Table, Td, Th } from '../../ui/Table.tsx';
import css from './filings.module.css';

const FiledFindingsFragment = graphql(`
  fragment FiledFindings_finding on FiledFinding {
    refNo
    seq
    aspect
    title
    description
    points {
      ordinal
      text
      outcome
    }
    remediationType
    target
    leader
    leadDepartment
    supportingDepartments
    person
    deadline
    actions {
      ordinal
      text
      state
      progress
      evidence
    }
    state
    resultText
    effect
    statedFen
    recoveredFen
    closedOn
    remark
  }
`);

/** The findings as filed, with measures, responsibility, progress and results. */
export function FiledFindings({ findings }: { findings: readonly FragmentType<typeof FiledFindingsFragment>[] }) {
  const { t } = useTranslation();
  return (
    <Table caption={t('filing.findings')} cards>
      <thead>
        <tr>
          <Th right>{t('filing.column.seq')}</Th>
          <Th>{t('filing.column.finding')}</Th>
          <Th>{t('filing.column.actions')}</Th>
          <Th>{t('filing.column.who')}</Th>
          <Th>{t('filing.column.deadline')}</Th>
          <Th>{t('filing.column.result')}</Th>
          <Th right>{t('filing.column.money')}</Th>
        </tr>
      </thead>
      <tbody>
        {findings.map((masked, index) => (
          <FiledRow key={index} finding={masked} />
        ))}
      </tbody>
    </Table>
  );
}

function FiledRow({ finding: masked }: { finding: FragmentType<typeof FiledFindingsFragment> }) {
  const { t } = useTranslation();
  const row = readFragment(FiledFindingsFragment, masked);
  const who = [row.leader, row.leadDepartment, row.supportingDepartments.join('、'), row.person].filter(Boolean);
  return (
    <tr>
      <Td right label={t('filing.column.seq')}>
        {row.seq}
      </Td>
      <Td label={t('filing.column.finding')}>
        <strong>{row.title}</strong>
        <span className={css.why}>
          {[row.aspect, row.remediationType && t(`vocabulary.remediationType.${row.remediationType}`)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {row.description && row.description !== row.title && <span className={css.words}>{row.description}</span>}
        {row.target && <span className={css.words}>{t('filing.target', { words: row.target })}</span>}
      </Td>
      <Td label={t('filing.column.actions')}>
        <ol className={css.actions}>
          {row.actions.map((action) => (
            <li key={action.ordinal}>
              {action.text}
              <span className={css.why}>
                {[t(`vocabulary.actionState.${action.state}`), action.progress].filter(Boolean).join(' · ')}
              </span>
              {action.evidence && <span className={css.words}>{action.evidence}</span>}
            </li>
          ))}
        </ol>
      </Td>
      <Td label={t('filing.column.who')}>{who.join(' · ') || '—'}</Td>
      <Td label={t('filing.column.deadline')}>{row.deadline ?? '—'}</Td>
      <Td label={t('filing.column.result')}>
        {t(`vocabulary.findingState.${row.state}`)}
        <span className={css.why}>{[row.resultText, row.closedOn].filter(Boolean).join(' ')}</span>
        {row.effect && <span className={css.words}>{row.effect}</span>}
        {row.remark && <span className={css.words}>{row.remark}</span>}
      </Td>
      <Td right label={t('filing.column.money')}>
        {row.statedFen ? amount(t, row.statedFen) : '—'}
        {row.recoveredFen && <span className={css.why}>{t('filing.back', { sum: amount(t, row.recoveredFen) })}</span>}
      </Td>
    </tr>
  );
}
