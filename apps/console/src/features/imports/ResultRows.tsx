import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import type { ParsedReport } from '@closeout/report/types';
import { CardRow } from './CardRow.tsx';
import { EditableText } from './EditableText.tsx';
import type { CardContext } from './card-context.ts';
import { QuietSelect } from './QuietSelect.tsx';
import { markId } from './source-marks.ts';
import { SourceValue } from './SourceValue.tsx';
import css from './ResultRows.module.css';

const STATUSES = ['COMPLETED', 'BASICALLY', 'PARTIAL', 'ONGOING', 'NOT_DONE', 'UNKNOWN'] as const;
const RESPONSIBLE = ['leader', 'department', 'person', 'deadline'] as const;

/** The printed result and what it means, who is responsible, and the aspect the finding stands under. */
export function ResultRows({ context, parsed }: { context: CardContext; parsed: ParsedReport }) {
  const { t } = useTranslation();
  const { finding, showing, editable, busy, change } = context;
  const { seq, resultText, status, category, responsible } = finding;
  const named = RESPONSIBLE.flatMap((key, index) => {
    const value = responsible[key];
    return value === null ? [] : [{ key, index, value }];
  });
  return (
    <>
      <CardRow label={t('imports.row.result')}>
        <span className={css.result}>
          <EditableText
            label={t('imports.edit.resultText')}
            value={resultText ?? ''}
            limit={LIMITS.title}
            editable={editable}
            busy={busy}
            onSave={(text) => change({ editFinding: { seq, resultText: text } }, { editFinding: { seq, resultText } })}
          >
            {resultText === null ? (
              <span className={css.quiet}>{t('imports.row.noResult')}</span>
            ) : (
              <SourceValue id="result" kind="result" showing={showing}>
                {resultText}
              </SourceValue>
            )}
          </EditableText>
          <span aria-hidden="true">→</span>
          <QuietSelect
            label={t('imports.edit.status')}
            value={status}
            editable={editable}
            options={STATUSES.map((value) => ({ value, label: t(`vocabulary.result.${value}`) }))}
            onChange={(next) => void change({ editFinding: { seq, status: next } }, { editFinding: { seq, status } })}
          />
        </span>
      </CardRow>
      {named.length > 0 && (
        <CardRow label={t('imports.row.responsible')}>
          {named.map(({ key, index, value }) => (
            <span key={key} className={css.person}>
              <SourceValue id={markId('responsible', index)} kind="responsible" showing={showing}>
                {t(`imports.row.${key}`, { value })}
              </SourceValue>
            </span>
          ))}
        </CardRow>
      )}
      <CardRow label={t('imports.row.category')}>
        <QuietSelect
          label={t('imports.edit.category')}
          value={category ?? ''}
          editable={editable}
          options={[
            ...[...new Set(parsed.categories.map(({ title }) => title))].map((title) => ({
              value: title,
              label: title,
            })),
            { value: '', label: t('imports.row.noCategory') },
          ]}
          onChange={(next) =>
            void change({ editFinding: { seq, category: next || null } }, { editFinding: { seq, category } })
          }
        />
      </CardRow>
    </>
  );
}
