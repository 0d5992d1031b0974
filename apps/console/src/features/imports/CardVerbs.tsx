import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParsedReport } from '@closeout/report/types';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { CutDialog } from './CutDialog.tsx';
import type { CardContext } from './card-context.ts';
import css from './CardVerbs.module.css';

type CardVerbsProps = {
  parsed: ParsedReport;
  context: CardContext;
  checked: boolean;
  onConfirm: () => void;
  onUncheck: () => void;
  onGo: (seq: number) => void;
};

/** What can be done with a finding as a whole: 核对无误, split, merge, 不是问题, and the way to its neighbours. */
export function CardVerbs({ parsed, context, checked, onConfirm, onUncheck, onGo }: CardVerbsProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'split' | 'merge' | 'not' | null>(null);
  const { finding, editable, busy, correct } = context;
  const { seq } = finding;
  const [from, to] = finding.layout?.whole ?? [0, 0];
  const close = () => setAsking(null);
  const carryOut = async (edit: Parameters<typeof correct>[0][number], next: number) => {
    if (!(await correct([edit]))) return;
    close();
    onGo(next);
  };
  const ask = { merge: t('imports.edit.merge'), not: t('imports.edit.notFinding') };
  return (
    <div className={css.verbs}>
      {editable && (
        <>
          {checked ? (
            <Button onClick={onUncheck}>{t('imports.check.uncheck')}</Button>
          ) : (
            <Button look="ink" onClick={onConfirm}>
              {t('imports.check.ok')}
            </Button>
          )}
          <Button
            onClick={() => setAsking('split')}
            off={finding.layout ? null : t('refusals.rule.imports_noPlace')}
            offQuietly
          >
            {t('imports.edit.splitFinding')}
          </Button>
          <Button
            onClick={() => setAsking('merge')}
            off={seq === 1 ? t('refusals.rule.imports_noFindingBefore') : null}
            offQuietly
          >
            {ask.merge}
          </Button>
          <Button onClick={() => setAsking('not')}>{ask.not}</Button>
        </>
      )}
      <span className={css.neighbours}>
        <Button
          look="quiet"
          off={seq === 1 ? t('imports.check.previous') : null}
          offQuietly
          aria-label={t('imports.check.previous')}
          onClick={() => onGo(seq - 1)}
        >
          ↑
        </Button>
        <Button
          look="quiet"
          off={seq === parsed.findings.length ? t('imports.check.next') : null}
          offQuietly
          aria-label={t('imports.check.next')}
          onClick={() => onGo(seq + 1)}
        >
          ↓
        </Button>
      </span>
      <CutDialog
        title={t('imports.edit.cutFinding')}
        text={parsed.source.text.slice(from, to)}
        open={asking === 'split'}
        busy={busy}
        onClose={close}
        onCut={(at) => correct([{ splitFinding: { seq, at: from + at } }])}
      />
      <Dialog
        title={
          asking === 'merge'
            ? t('imports.edit.mergeTitle', { seq, before: seq - 1 })
            : t('imports.edit.notFindingTitle', { seq })
        }
        open={asking === 'merge' || asking === 'not'}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t('ui.cancel')}</Button>
            {asking === 'merge' ? (
              <Button look="ink" busy={busy} onClick={() => void carryOut({ mergeFinding: { seq } }, seq - 1)}>
                {ask.merge}
              </Button>
            ) : (
              <Button
                look="ink"
                busy={busy}
                onClick={() => void carryOut({ notAFinding: { seq } }, Math.max(1, seq - 1))}
              >
                {ask.not}
              </Button>
            )}
          </>
        }
      >
        <p>
          {asking === 'merge' ? t('imports.edit.mergeText', { before: seq - 1 }) : t('imports.edit.notFindingText')}
        </p>
      </Dialog>
    </div>
  );
}
