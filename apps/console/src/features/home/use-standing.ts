import { useTranslation } from 'react-i18next';
import { dateTime, daysBetween, deadline, today } from '../../format.ts';
import type { InspectionInReach } from '../ledger/inspections.ts';

/** The moment the page is drawn. */
const clock = () => dateTime(new Date());

/** Where the inspection stands in time: feedback, end of the concentrated period, days left, and the moment of the figures. */
export function useStanding(inspection: InspectionInReach): string {
  const { t } = useTranslation();
  const { feedbackOn, concentratedUntil } = inspection;
  return [
    feedbackOn && t('home.feedback', { day: feedbackOn }),
    concentratedUntil && t('home.concentrated', { day: concentratedUntil }),
    concentratedUntil && deadline(t, daysBetween(today(), concentratedUntil)),
    t('home.asOf', { time: clock().slice(11) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
