import { useTranslation } from 'react-i18next';
import type { MeetingType } from '../../gql/graphql.ts';
import { Panel } from '../findings/Panel.tsx';
import css from './Meetings.module.css';
import { countRows, type CountRow } from './stated-counts.ts';

type CountsPanelProps = {
  types: readonly MeetingType[];
  /** What the texts claim; null for those who see only some of the meetings, whose counts would mislead. */
  statedCounts: unknown;
  whole: boolean;
};

/** 文内所述 beside 已登记, by type: a difference is worth a look, never a reproach. */
export function CountsPanel({ types, statedCounts, whole }: CountsPanelProps) {
  const { t } = useTranslation();
  const rows = countRows(types, whole ? statedCounts : null);
  if (rows.length === 0) return null;
  return (
    <Panel title={t('meetings.countsTitle')} note={t('meetings.counted')}>
      <dl className={css.counts}>
        {rows.map((row) => (
          <div key={row.type} className={css.counted}>
            <dt>{t(`vocabulary.meetingType.${row.type}`)}</dt>
            <dd>{t('meetings.times', { count: row.counted })}</dd>
            {row.stated && <Stated row={row} stated={row.stated} />}
          </div>
        ))}
      </dl>
      {whole && rows.every((row) => row.stated === null) && <p className={css.quiet}>{t('meetings.notStated')}</p>}
    </Panel>
  );
}

function Stated({ row, stated }: { row: CountRow; stated: NonNullable<CountRow['stated']> }) {
  const { t } = useTranslation();
  const more = stated.count - row.counted;
  return (
    <>
      <dd className={css.quiet} style={{ flex: '1 0 100%', textAlign: 'left' }}>
        {t('meetings.stated')} {t('meetings.statedAs', stated)}
        {more === 0 && ` · ${t('meetings.same')}`}
      </dd>
      {more !== 0 && (
        <dd className={css.check} style={{ textAlign: 'left' }}>
          {more > 0 ? t('meetings.check', { count: more }) : t('meetings.checkMore', { count: -more })}
        </dd>
      )}
    </>
  );
}
