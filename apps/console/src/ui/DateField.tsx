import { Suspense, lazy, useState } from 'react';
import { Button as TriggerButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { today as currentDay } from '../format.ts';
import { Field, type FieldProps } from './Field.tsx';
import { parseDate } from './parse-date.ts';
import field from './Field.module.css';
import css from './DateField.module.css';

const MonthGrid = lazy(() => import('./MonthGrid.tsx').then((module) => ({ default: module.MonthGrid })));

type DateFieldProps = FieldProps & {
  /** ISO day or `null`. */
  value: string | null;
  /** Called with an ISO day once the text reads as one, with `null` when it is empty or does not. */
  onChange: (date: string | null) => void;
  name?: string;
  /** The day that 6月18日 and 今天 refer to; defaults to today in Asia/Shanghai. */
  today?: string;
};

/** A day: typed or pasted in any usual Chinese spelling, set as 2024-06-18 on leaving; the calendar is the other way. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, name, today = currentDay(), warning, ...rest } = props;
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [inferred, setInferred] = useState(false);
  const [open, setOpen] = useState(false);

  const change = (text: string) => {
    setDraft(text);
    setProblem(null);
    setInferred(false);
    onChange(text.trim() === '' ? null : (parseDate(text, today).date ?? null));
  };
  const leave = () => {
    if (draft === null) return;
    const parsed = draft.trim() === '' ? null : parseDate(draft, today);
    if (parsed?.problem) return setProblem(t(`ui.date.${parsed.problem}`));
    setInferred(Boolean(parsed?.inferredYear));
    setDraft(null);
  };
  const pick = (date: string) => {
    setDraft(null);
    setProblem(null);
    setInferred(false);
    onChange(date);
    setOpen(false);
  };
  const yearTaken = inferred && value ? t('ui.date.yearTaken', { year: value.slice(0, 4) }) : null;
  return (
    <Field {...rest} ownError={problem} warning={yearTaken ?? warning}>
      {(control) => (
        <span className={css.line}>
          <input
            {...control}
            name={name}
            className={field.control}
            placeholder="2024-06-18"
            inputMode="text"
            autoComplete="off"
            value={draft ?? value ?? ''}
            onChange={(event) => change(event.target.value)}
            onBlur={leave}
          />
          <DialogTrigger isOpen={open} onOpenChange={setOpen}>
            <TriggerButton className={css.open} aria-label={t('ui.date.open', { label: props.label })}>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path d="M2 4h12v10H2zM2 7h12M5.5 2v3M10.5 2v3" fill="none" stroke="currentColor" strokeWidth="1.2" />
              </svg>
            </TriggerButton>
            <Popover className={css.popover} placement="bottom end">
              <Dialog aria-label={t('ui.date.open', { label: props.label })} className={css.dialog}>
                <Suspense fallback={<p className={css.wait}>{t('ui.loading')}</p>}>
                  <MonthGrid value={value} today={today} onPick={pick} />
                </Suspense>
              </Dialog>
            </Popover>
          </DialogTrigger>
        </span>
      )}
    </Field>
  );
}
