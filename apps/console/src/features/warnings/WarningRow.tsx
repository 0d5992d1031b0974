import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { WarningLevel } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { State, type Tone } from '../../ui/State.tsx';
import { Td } from '../../ui/Table.tsx';
import css from '../admin/admin.module.css';

const WarningRowFragment = graphql(`
  fragment WarningRow_warning on Warning {
    id
    level
    levelName
    colour
    refNo
    bodyName
    dueOn
    toldAt
    seenAt
    mailedAt
    finding {
      id
    }
    notice {
      id
    }
  }
`);

const TONE: Record<WarningLevel, Tone> = { GREEN: 'ok', YELLOW: 'warn', RED: 'late' };

type WarningRowProps = { warning: FragmentType<typeof WarningRowFragment>; onSeen: () => void; busy: boolean };

/** One warning: its level in words and colour, the number, the due day. */
export function WarningRow({ warning: masked, onSeen, busy }: WarningRowProps) {
  const { t } = useTranslation();
  const warning = readFragment(WarningRowFragment, masked);
  const level = warning.levelName ?? t(`vocabulary.warningLevel.${warning.level}`);
  return (
    <tr>
      <Td>
        <State tone={TONE[warning.level]}>
          {t('warnings.shown', { colour: t(`vocabulary.warningShade.${warning.colour}`), level })}
        </State>
      </Td>
      <Td label={t('warnings.number')} className={warning.seenAt ? undefined : css.strong}>
        {warning.notice ? (
          <Link
            to="/notices/$noticeId"
            params={{ noticeId: warning.notice.id }}
            aria-label={t('warnings.openNotice', { number: warning.refNo })}
            onClick={() => !warning.seenAt && onSeen()}
          >
            {warning.refNo}
          </Link>
        ) : warning.finding ? (
          <Link
            to="/findings/$findingId"
            params={{ findingId: warning.finding.id }}
            aria-label={t('warnings.open', { number: warning.refNo })}
            onClick={() => !warning.seenAt && onSeen()}
          >
            {warning.refNo}
          </Link>
        ) : (
          warning.refNo
        )}
      </Td>
      <Td label={t('warnings.body')}>{warning.bodyName}</Td>
      <Td label={t('warnings.due')}>{warning.dueOn}</Td>
      <Td label={t('warnings.told')}>{dateTime(warning.toldAt)}</Td>
      <Td label={t('warnings.mailed')}>
        {warning.mailedAt ? t('warnings.mailedAt', { at: dateTime(warning.mailedAt) }) : t('warnings.notMailed')}
      </Td>
      <Td>
        {warning.seenAt ? (
          t('warnings.seen')
        ) : (
          <Button look="quiet" busy={busy} onClick={onSeen} className="no-print">
            {t('warnings.markSeen')}
          </Button>
        )}
      </Td>
    </tr>
  );
}
