import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Panel } from '../findings/Panel.tsx';
import css from './Meetings.module.css';
import type { PastResolution } from './use-meetings.ts';

/** 历次集体审议: when, which meeting, its words, and the findings it signed. */
export function PastResolutions({ resolutions }: { resolutions: readonly PastResolution[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('meetings.past')}>
      {resolutions.length === 0 && <p className={css.quiet}>{t('meetings.pastNone')}</p>}
      <ol className={css.past}>
        {resolutions.map((resolution) => (
          <li key={resolution.id}>
            <p>
              {t('meetings.decided', {
                date: resolution.decidedOn,
                meeting: resolution.meeting?.title ?? t('meetings.meetingHidden'),
              })}
            </p>
            <p className={css.words}>{resolution.text}</p>
            <p className={css.quiet}>
              <span className={css.numbers}>
                {resolution.findings.map((finding) => (
                  <Link
                    key={finding.id}
                    to="/findings/$findingId"
                    params={{ findingId: finding.id }}
                    className={css.number}
                    title={finding.title}
                  >
                    {finding.seq}
                  </Link>
                ))}
              </span>{' '}
              {t('meetings.recordedBy', { name: resolution.recordedByName })}
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
