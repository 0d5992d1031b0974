import { useTranslation } from 'react-i18next';
import { today } from '../../format.ts';
import type { DeputationFacts_DeputationFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { State } from '../../ui/State.tsx';
import { Td } from '../../ui/Table.tsx';
import css from '../admin/admin.module.css';

type Row = DeputationFacts_DeputationFragment;
const TONES = { PROPOSED: 'warn', CONFIRMED: 'ok', DECLINED: 'calm', ENDED: 'calm' } as const;

/** One deputation: post, deputy, days, reason, where it stands, and what the viewer may do with it. */
export function DeputationRow({ row, onOpen }: { row: Row; onOpen: (verb: 'confirm' | 'end') => void }) {
  const { t } = useTranslation();
  return (
    <tr>
      <Td label={t('deputy.forWhom')}>
        <span>
          <span className={css.strong}>{row.principalName}</span>{' '}
          <span className={css.quiet}>
            {t(`vocabulary.deputisedRole.${row.role}`)} · {row.scopeName}
          </span>
        </span>
      </Td>
      <Td label={t('deputy.deputyOf')}>{row.deputyName}</Td>
      <Td label={t('deputy.period')}>{t('deputy.days', { from: row.fromOn, to: row.toOn })}</Td>
      <Td label={t('deputy.reason')}>{row.reason}</Td>
      <Td label={t('deputy.state')}>
        <StateOf row={row} />
      </Td>
      <Td>
        <div className={css.verbs}>
          {row.waitsForMe && (
            <Button look="ink" onClick={() => onOpen('confirm')}>
              {t('deputy.confirm')}
            </Button>
          )}
          {row.mayEnd && (
            <Button look="quiet" onClick={() => onOpen('end')}>
              {t('deputy.end')}
            </Button>
          )}
        </div>
      </Td>
    </tr>
  );
}

function StateOf({ row }: { row: Row }) {
  const { t } = useTranslation();
  const over = row.toOn < today() && (row.state === 'CONFIRMED' || row.state === 'PROPOSED');
  const words = row.inForce
    ? t('deputy.inForce')
    : over
      ? t('deputy.over')
      : t(`vocabulary.deputationState.${row.state}`);
  const waits = row.state === 'PROPOSED' && !over;
  return (
    <div>
      <State tone={over ? 'calm' : TONES[row.state]}>{words}</State>
      {waits && (
        <p className={css.quiet}>{t(row.confirmedByDeputy ? 'deputy.waitsDeputy' : 'deputy.waitsSecretary')}</p>
      )}
      {row.decidedByName && <p className={css.quiet}>{[row.decidedByName, row.opinion].filter(Boolean).join(':')}</p>}
    </div>
  );
}
