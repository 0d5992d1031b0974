import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { offsetWords } from '../rounds/reason-words.ts';
import { OffsetField } from './OffsetField.tsx';
import { OFFSETS, settingsProblem, type InForce, type SettingsValues } from './settings.ts';
import css from './admin.module.css';

const PRESETS = ['THREE_MONTHS', 'SIX_MONTHS'] as const;
const RESULTS = ['COMPLETED', 'BASICALLY', 'PARTIAL', 'ONGOING', 'NOT_DONE', 'UNKNOWN'] as const;

type SettingsFieldsProps = {
  values: SettingsValues;
  /** What holds where nothing of its own is said. */
  base: unknown;
  of: 'default' | 'round';
  presets: unknown;
  onChange: (values: SettingsValues) => void;
};

/** Dates, warnings, extensions, chain and rate of a round or of one inspection: each says what it decides. */
export function SettingsFields({ values, base, of, presets, onChange }: SettingsFieldsProps) {
  const { t } = useTranslation();
  const usual = base as InForce;
  const offsets = presets as Record<(typeof PRESETS)[number], InForce['offsets']>;
  const put = <K extends keyof SettingsValues>(key: K) => ({
    onChange: (value: SettingsValues[K]) => onChange({ ...values, [key]: value }),
  });
  const problem = settingsProblem(values);
  return (
    <>
      <fieldset>
        <legend className={css.legend}>{t('rounds.dates')}</legend>
        <p className={css.quiet}>{t('rounds.presetHint')}</p>
        <div className={css.bar}>
          {PRESETS.map((preset) => (
            <Button key={preset} onClick={() => onChange({ ...values, offsets: offsets[preset] })}>
              {t(`rounds.preset.${preset}`)}
            </Button>
          ))}
        </div>
        <div className={css.two}>
          {OFFSETS.map((code) => (
            <OffsetField
              key={code}
              code={code}
              value={values.offsets[code]}
              usual={usual.offsets[code]}
              of={of}
              onChange={(value) => onChange({ ...values, offsets: { ...values.offsets, [code]: value } })}
            />
          ))}
        </div>
      </fieldset>
      <div className={css.two}>
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
          error={problem === 'order' ? t('admin.round.warningOrder') : null}
          {...put('yellow')}
        />
        <NumberField
          label={t('rounds.extensionCap')}
          hint={t('rounds.extensionCapHint')}
          min={0}
          max={20}
          value={values.extensionCap}
          {...put('extensionCap')}
        />
        <ChoiceField
          label={t('rounds.extensionApprover')}
          value={values.extensionApprover}
          options={(['SECRETARY', 'OFFICE'] as const).map((value) => ({ value, label: t(`rounds.approver.${value}`) }))}
          {...put('extensionApprover')}
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
      <fieldset>
        <legend className={css.legend}>{t('rounds.completed')}</legend>
        <div className={css.checks}>
          {RESULTS.map((result) => (
            <CheckBox
              key={result}
              label={t(`vocabulary.result.${result}`)}
              checked={values.completedResults.includes(result)}
              onChange={(on) =>
                onChange({
                  ...values,
                  completedResults: RESULTS.filter((one) =>
                    one === result ? on : values.completedResults.includes(one),
                  ),
                })
              }
            />
          ))}
        </div>
        <p className={css.quiet}>{t('rounds.completedHint')}</p>
      </fieldset>
    </>
  );
}

/** Which dates will be counted differently from now on, before anything is saved. */
export function SettingsChanges({ before, after }: { before: SettingsValues; after: SettingsValues }) {
  const { t } = useTranslation();
  const changed = OFFSETS.flatMap((code) => {
    const [was, is] = [before.offsets[code], after.offsets[code]];
    if (was.amount === null || is.amount === null || (was.amount === is.amount && was.unit === is.unit)) return [];
    const [from, to] = [was as InForce['offsets'][typeof code], is as InForce['offsets'][typeof code]];
    return [
      t('rounds.change', {
        date: t(`vocabulary.offsetCode.${code}`),
        from: offsetWords(t, from),
        to: offsetWords(t, to),
      }),
    ];
  });
  return (
    <div role="status">
      {changed.length > 0 && <p>{t('rounds.changes', { list: changed.join(t('rounds.and')) })}</p>}
      <p className={css.quiet}>{t('admin.round.settingsHint')}</p>
    </div>
  );
}
