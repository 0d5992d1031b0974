import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { urgencyWords } from '../ledger/DeadlineCell.tsx';
import { lacksOf } from './lacks.ts';
import css from './home.module.css';

export const PressingFragment = graphql(`
  fragment Pressing_finding on Finding {
    id
    seq
    title
    viewerCan
    leader {
      id
      title
      holder {
        id
        name
      }
    }
    leadDepartment {
      id
      name
    }
    deadline {
      dueOn
      daysLeft
      urgency
    }
    ...Lacks_finding
  }
`);

/** 最要紧的五件: overdue first, then what is due next, with what is missing and the way to an instruction. */
export function PressingTable({ findings }: { findings: readonly FragmentType<typeof PressingFragment>[] }) {
  const { t, i18n } = useTranslation();
  if (findings.length === 0) return null;
  return (
    <section>
      <div className={css.head}>
        <h2>
          {t('home.pressing')}
          <span className={css.headNote}>{t('home.pressingNote')}</span>
        </h2>
      </div>
      <Table caption={t('home.pressing')} cards className={css.dense}>
        <thead>
          <tr>
            <Th right>{t('ledger.column.seq')}</Th>
            <Th>{t('home.finding')}</Th>
            <Th>{t('ledger.column.leader')}</Th>
            <Th>{t('ledger.column.department')}</Th>
            <Th>{t('ledger.column.due')}</Th>
            <Th>{t('ledger.column.state')}</Th>
            <Th>{t('home.lacking')}</Th>
            <Th className="no-print" aria-label={t('home.verb')} />
          </tr>
        </thead>
        <tbody>
          {findings.map((masked) => {
            const finding = readFragment(PressingFragment, masked);
            const pressing = urgencyWords(t, finding.deadline);
            return (
              <tr key={finding.id}>
                <Td right>{finding.seq}</Td>
                <Td>
                  <Link
                    to="/findings/$findingId"
                    params={{ findingId: finding.id }}
                    search={{ sort: 'due' }}
                    className={css.title}
                  >
                    {finding.title}
                  </Link>
                </Td>
                <Td label={t('ledger.column.leader')}>{finding.leader?.holder?.name ?? '—'}</Td>
                <Td label={t('ledger.column.department')}>{finding.leadDepartment?.name ?? '—'}</Td>
                <Td label={t('ledger.column.due')} className={css.nowrap}>
                  {finding.deadline.dueOn ?? '—'}
                </Td>
                <Td label={t('ledger.column.state')} className={css.nowrap}>
                  {pressing ? <State tone={pressing.tone}>{pressing.words}</State> : '—'}
                </Td>
                <Td label={t('home.lacking')}>{lacksOf(t, i18n.language, finding).join(';') || '—'}</Td>
                <Td className="no-print">
                  {finding.viewerCan.includes('instruct') && (
                    <Link
                      to="/findings/$findingId"
                      params={{ findingId: finding.id }}
                      hash="instructions"
                      className={css.quietLink}
                    >
                      {t('vocabulary.findingVerb.instruct')}
                    </Link>
                  )}
                </Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
