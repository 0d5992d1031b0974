import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import type { ParsedFinding, ParsedReport } from '@closeout/report/types';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { toast } from '../../ui/toast-store.ts';
import { ActionRows } from './ActionRows.tsx';
import type { CardContext } from './card-context.ts';
import { CardRow } from './CardRow.tsx';
import { CardVerbs } from './CardVerbs.tsx';
import { EditableText } from './EditableText.tsx';
import { EventRows } from './EventRows.tsx';
import { ResultRows } from './ResultRows.tsx';
import { SourceValue, type Showing } from './SourceValue.tsx';
import { SumRows } from './SumRows.tsx';
import type { Corrections } from './use-corrections.ts';
import css from './FindingCard.module.css';

type FindingCardProps = Showing & {
  parsed: ParsedReport;
  finding: ParsedFinding;
  corrections: Corrections;
  editable: boolean;
  onConfirm: () => void;
  onGo: (seq: number) => void;
};

/** One finding as it was read, value by value, to be compared with the source and corrected. */
export function FindingCard(props: FindingCardProps) {
  const { parsed, finding, marks, activeId, onShow, corrections, editable, onConfirm, onGo } = props;
  const { t } = useTranslation();
  const { seq } = finding;
  const showing = { marks, activeId, onShow };
  const { correct } = corrections;
  const change: CardContext['change'] = async (edit, back) => {
    const done = await correct([edit]);
    if (done) toast(t('imports.edit.saved'), { undo: () => correct([back]) });
    return done;
  };
  const context: CardContext = { finding, showing, editable, busy: corrections.correcting.busy, correct, change };
  const warnings = parsed.warnings.filter((each) => each.seq === seq);
  return (
    <div className={css.card}>
      <header className={css.head}>
        <h2 className={css.title}>
          {t('imports.check.finding', { seq })}
          {finding.body && ` · ${finding.body}`}
          {finding.category && ` · ${finding.category}`}
        </h2>
        <p className={css.keys}>
          <Kbd keys="↑ ↓" /> {t('imports.check.keys')}{' '}
          {editable && (
            <>
              · <Kbd keys="Enter" /> {t('imports.check.ok')}
            </>
          )}
        </p>
      </header>
      <dl className={css.rows}>
        <CardRow label={t('imports.row.description')}>
          <EditableText
            label={t('imports.edit.description')}
            value={finding.description}
            limit={LIMITS.longText}
            editable={editable}
            busy={context.busy}
            onSave={(description) =>
              change({ editFinding: { seq, description } }, { editFinding: { seq, description: finding.description } })
            }
          >
            <SourceValue id="description" kind="description" showing={showing}>
              {finding.description}
            </SourceValue>
          </EditableText>
        </CardRow>
        <ActionRows context={context} />
        <EventRows context={context} />
        <SumRows context={context} />
        <ResultRows context={context} parsed={parsed} />
      </dl>
      {warnings.map(({ code, message }) => (
        <MarginNote key={`${code} ${message}`} kind="check">
          {t('ui.pleaseCheck', { what: message.replace(/，?请核对。?$/u, '').replace(/^第\d+个问题：/u, '') })}
        </MarginNote>
      ))}
      <OperationErrors operation={corrections.correcting} />
      <CardVerbs
        parsed={parsed}
        context={context}
        checked={corrections.checked.has(seq)}
        onConfirm={onConfirm}
        onUncheck={() => void corrections.check([seq], false)}
        onGo={onGo}
      />
    </div>
  );
}
