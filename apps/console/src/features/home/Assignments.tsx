import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import button from '../../ui/Button.module.css';
import css from './home.module.css';

const AssignmentFragment = graphql(`
  fragment Assignment_finding on Finding {
    id
    seq
    title
    state
    viewerCan
    leader {
      id
    }
    leadDepartment {
      id
      name
    }
    leaderConfirmedAt
  }
`);

type Assignment = { words: 'department' | 'leader' | 'confirmation' | 'claim'; mine: boolean };

/** Findings that nobody works on yet: to be assigned by the clerk, to be confirmed by the secretary, to be claimed. */
export function Assignments({ findings }: { findings: readonly FragmentType<typeof AssignmentFragment>[] }) {
  const { t } = useTranslation();
  const waiting = findings.flatMap((masked) => {
    const finding = readFragment(AssignmentFragment, masked);
    const what: Assignment | null = !finding.leadDepartment
      ? { words: 'department', mine: true }
      : !finding.leader
        ? { words: 'leader', mine: true }
        : !finding.leaderConfirmedAt
          ? { words: 'confirmation', mine: false }
          : finding.state === 'UNCLAIMED'
            ? { words: 'claim', mine: false }
            : null;
    return what ? [{ finding, ...what }] : [];
  });
  return (
    <section>
      <div className={css.head}>
        <h2>{t('home.assignments')}</h2>
        <span className={css.headNote}>{t('home.count', { count: waiting.length })}</span>
      </div>
      {waiting.length === 0 ? (
        <p className={css.nothing}>{t('home.allAssigned')}</p>
      ) : (
        <ul className={css.rows}>
          {waiting.map(({ finding, words, mine }) => (
            <li key={finding.id} className={css.row}>
              <span className={css.seq}>{finding.seq}</span>
              <span className={css.what}>
                <Link to="/findings/$findingId" params={{ findingId: finding.id }} className={css.title}>
                  {finding.title}
                </Link>
                <span className={css.sub}>
                  {[t(`home.lacks.${words}`), finding.leadDepartment?.name].filter(Boolean).join(' · ')}
                </span>
              </span>
              {mine && finding.viewerCan.includes('assign') && (
                <Link
                  to="/findings/$findingId"
                  params={{ findingId: finding.id }}
                  hash="people"
                  className={`${button.button} ${css.verb}`}
                >
                  {t('vocabulary.findingVerb.assign')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
