import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { isBatchable, type InboxItem } from './inbox-rows.ts';
import css from './InboxPage.module.css';

type BatchBarProps = {
  rows: readonly InboxItem[];
  selected: readonly InboxItem[];
  onChoose: (ids: readonly string[], on: boolean) => void;
  onBatch: () => void;
};

/** Above the list: how many were opened, and the one signature for all that are chosen. */
export function BatchBar({ rows, selected, onChoose, onBatch }: BatchBarProps) {
  const { t } = useTranslation();
  const ready = rows.filter(isBatchable);
  if (ready.length === 0) return <p className={`${css.bar} ${css.hint}`}>{t('inbox.batchHint')}</p>;
  const all = selected.length === ready.length;
  return (
    <div className={css.bar}>
      <label className={css.all}>
        <input
          type="checkbox"
          aria-label={t('inbox.selectAll')}
          checked={all}
          ref={(box) => {
            if (box) box.indeterminate = selected.length > 0 && !all;
          }}
          onChange={() =>
            onChoose(
              ready.map((row) => row.id),
              !all,
            )
          }
        />
        {t('inbox.batchReady', { count: ready.length })}
      </label>
      {selected.length > 0 && (
        <span className={css.end}>
          <Button look="ink" onClick={onBatch}>
            {t('inbox.batchCount', { count: selected.length })}
          </Button>
        </span>
      )}
    </div>
  );
}
