import { useTranslation } from 'react-i18next';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { settingsProblem, type SettingsValues } from './settings.ts';
import css from './admin.module.css';

type SettingsFieldsProps = { values: SettingsValues; onChange: (values: SettingsValues) => void };

/** Deadlines, warnings and the sign-off chain of a round: each says what it decides. */
export function SettingsFields({ values, onChange }: SettingsFieldsProps) {
  const { t } = useTranslation();
  const put = <K extends keyof SettingsValues>(key: K) => ({
    onChange: (value: SettingsValues[K]) => onChange({ ...values, [key]: value }),
  });
  const order = settingsProblem(values) === 'order' ? t('admin.round.warningOrder') : null;
  return (
    <>
      <div className={css.two}>
        <NumberField
          label={t('admin.round.concentratedMonths')}
          hint={t('admin.round.concentratedHint')}
          unit={t('admin.round.months')}
          min={1}
          max={24}
          value={values.concentratedMonths}
          {...put('concentratedMonths')}
        />
        <NumberField
          label={t('admin.round.immediateDays')}
          hint={t('admin.round.immediateHint')}
          unit={t('admin.round.days')}
          min={1}
          max={366}
          value={values.immediateDays}
          {...put('immediateDays')}
        />
        <NumberField
          label={t('admin.round.green')}
          unit={t('admin.round.daysLeft')}
          min={1}
          max={366}
          value={values.green}
          {...put('green')}
        />
        <NumberField
          label={t('admin.round.yellow')}
          unit={t('admin.round.daysLeft')}
          min={1}
          max={366}
          value={values.yellow}
          error={order}
          {...put('yellow')}
        />
      </div>
      <fieldset>
        <legend className={css.legend}>{t('admin.round.chain')}</legend>
        <div className={css.checks}>
          <CheckBox
            label={t('vocabulary.signoffStepKind.CLERK_CHECK')}
            checked={values.clerkCheck}
            {...put('clerkCheck')}
          />
          <CheckBox
            label={t('vocabulary.signoffStepKind.DEPARTMENT_HEAD')}
            checked={values.departmentHead}
            {...put('departmentHead')}
          />
          <CheckBox label={t('vocabulary.signoffStepKind.LEADER')} checked={values.leader} {...put('leader')} />
          <CheckBox label={t('vocabulary.signoffStepKind.SECRETARY')} checked disabled onChange={() => undefined} />
        </div>
        <p className={css.quiet}>{t('admin.round.chainHint')}</p>
      </fieldset>
    </>
  );
}
