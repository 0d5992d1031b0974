import { OFFSET_CODES, PRESCRIBED_STEPS, type OffsetCode, type PrescribedStepCode } from '@closeout/domain/vocabulary';
import { useTranslation } from 'react-i18next';
import { CheckBox } from '../../../ui/CheckBox.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import css from '../../admin/admin.module.css';
import type { SettingsValues } from './values.ts';

type Step = SettingsValues['steps'][number];
type StepFieldsProps = { steps: readonly Step[]; onChange: (steps: readonly Step[]) => void };

/** 规定动作: which steps are prescribed, and which of the round's dates each is due on. */
export function StepFields({ steps, onChange }: StepFieldsProps) {
  const { t } = useTranslation();
  const chosen = (code: PrescribedStepCode) => steps.find((step) => step.code === code);
  const put = (code: PrescribedStepCode, step: Step | null) =>
    onChange(
      PRESCRIBED_STEPS.flatMap((one) => {
        const kept = one === code ? step : chosen(one);
        return kept ? [kept] : [];
      }),
    );
  const dates = OFFSET_CODES.map((value) => ({ value, label: t(`vocabulary.offsetCode.${value}`) }));
  return (
    <fieldset>
      <legend className={css.legend}>{t('step.steps')}</legend>
      <p className={css.quiet}>{t('step.settingHint')}</p>
      <div className={css.two}>
        {PRESCRIBED_STEPS.map((code) => {
          const step = chosen(code);
          const name = t(`vocabulary.prescribedStepCode.${code}`);
          return (
            <div key={code}>
              <CheckBox
                label={name}
                checked={Boolean(step)}
                onChange={(on) => put(code, on ? { code, offset: null } : null)}
              />
              {step && (
                <SelectField<OffsetCode>
                  label={t('step.dueOf', { step: name })}
                  hideLabel
                  optional
                  emptyLabel={t('step.noDue')}
                  value={step.offset}
                  onChange={(offset) => put(code, { code, offset })}
                  options={dates}
                />
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
