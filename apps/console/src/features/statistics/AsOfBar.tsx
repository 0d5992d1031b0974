import { useTranslation } from 'react-i18next';
import { today } from '../../format.ts';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { PaperLinks } from '../reports/PaperLinks.tsx';
import css from './StatisticsPage.module.css';

type AsOfBarProps = {
  inspectionId: string;
  day: string | null;
  /** Whether that day could be read. */
  read: boolean;
  onChoose: (day: string | null) => void;
};

/** 截至: the day that the figures are read for; what is read for a past day says so, and can be taken along. */
export function AsOfBar({ inspectionId, day, read, onChoose }: AsOfBarProps) {
  const { t } = useTranslation();
  const choose = (chosen: string | null) => {
    if (chosen !== day) onChoose(chosen === today() ? null : chosen);
  };
  const files = `inspectionId=${inspectionId}&asOf=${day ?? ''}`;
  return (
    <section className={css.asOf} aria-label={t('statistics.past')}>
      <DateField
        label={t('statistics.asOfDay')}
        hint={t('statistics.asOfHint')}
        optional
        value={day}
        onChange={choose}
      />
      {day && read && (
        <MarginNote kind="note">
          {t('statistics.pastNote', { day })}{' '}
          <a href={`/export/ledger.xlsx?${files}`} download>
            {t('statistics.pastLedgerFile')}
          </a>{' '}
          · <PaperLinks paper="report" query={files} label={t('statistics.pastReportFile')} plain /> ·{' '}
          <PaperLinks paper="plan" query={files} label={t('statistics.pastPlanFile')} plain />{' '}
          <Button look="quiet" onClick={() => onChoose(null)}>
            {t('statistics.backToNow')}
          </Button>
        </MarginNote>
      )}
    </section>
  );
}
