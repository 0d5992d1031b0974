import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PeoplePanel_FindingFragment } from '../../gql/graphql.ts';
import { State } from '../../ui/State.tsx';
import css from './PeoplePanel.module.css';

/** The same deadline in working days, whether it ends on a day off, and which years had to be assumed. */
export function WorkingDays({ deadline }: { deadline: PeoplePanel_FindingFragment['deadline'] }) {
  const { t } = useTranslation();
  const { workingDaysLeft: left, restsOnDueDay, assumedYears, dueOn } = deadline;
  if (left === null || left === undefined) return null;
  const words = [
    t(left < 0 ? 'calendar.workingDaysLate' : 'calendar.workingDays', { count: Math.abs(left) }),
    restsOnDueDay && t('calendar.rests'),
  ];
  return (
    <>
      <p className={css.quiet}>{words.filter(Boolean).join(' · ')}</p>
      {assumedYears.length > 0 && (
        <p>
          <State tone="warn">
            <Link to="/calendar/$year" params={{ year: String(assumedYears[0] ?? dueOn?.slice(0, 4)) }}>
              {t('calendar.assumed', { years: assumedYears.join('、') })}
            </Link>
          </State>
        </p>
      )}
    </>
  );
}
