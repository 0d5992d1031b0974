import { OFFSET_CODES } from '@closeout/domain/vocabulary';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import css from '../../admin/admin.module.css';
import { ChainFields } from './ChainFields.tsx';
import { EvidenceRuleFields } from './EvidenceRuleFields.tsx';
import { ExtensionFields } from './ExtensionFields.tsx';
import { OffsetField } from './OffsetField.tsx';
import { RateFields } from './RateFields.tsx';
import { StepFields } from './StepFields.tsx';
import { settingsProblem, type InForce, type SettingsValues } from './values.ts';
import { WarningFields } from './WarningFields.tsx';

const PRESETS = ['THREE_MONTHS', 'SIX_MONTHS'] as const;

type SettingsFieldsProps = {
  values: SettingsValues;
  /** What holds where nothing of its own is said. */
  base: unknown;
  of: 'default' | 'round';
  /** Ready-made offsets by name, and ready-made evidence rules. */
  presets: unknown;
  evidencePreset: unknown;
  onChange: (values: SettingsValues) => void;
};

/** Dates, warnings, extensions, chain, evidence and rate of a round or of one inspection: each says what it decides. */
export function SettingsFields({ values, base, of, presets, evidencePreset, onChange }: SettingsFieldsProps) {
  const { t } = useTranslation();
  const usual = base as InForce;
  const offsets = presets as Record<(typeof PRESETS)[number], InForce['offsets']>;
  const put = <K extends keyof SettingsValues>(key: K, value: SettingsValues[K]) =>
    onChange({ ...values, [key]: value });
  return (
    <>
      <fieldset>
        <legend className={css.legend}>{t('rounds.dates')}</legend>
        <p className={css.quiet}>{t('rounds.presetHint')}</p>
        <div className={css.bar}>
          {PRESETS.map((preset) => (
            <Button key={preset} onClick={() => put('offsets', offsets[preset])}>
              {t(`rounds.preset.${preset}`)}
            </Button>
          ))}
        </div>
        <div className={css.two}>
          {OFFSET_CODES.map((code) => (
            <OffsetField
              key={code}
              label={t(`vocabulary.offsetCode.${code}`)}
              decides={t(`rounds.decides.${code}`)}
              value={values.offsets[code]}
              usual={usual.offsets[code]}
              of={of}
              onChange={(value) => put('offsets', { ...values.offsets, [code]: value })}
            />
          ))}
          <OffsetField
            label={t('rounds.noticeReply')}
            decides={t('rounds.noticeReplyHint')}
            value={values.noticeReply}
            usual={usual.noticeReply}
            of={of}
            onChange={(value) => put('noticeReply', value)}
          />
          <NumberField
            label={t('rounds.sightDays')}
            hint={t('rounds.sightHint')}
            unit={t('rounds.days')}
            min={1}
            max={366}
            value={values.sight.maxDays}
            onChange={(maxDays) => put('sight', { maxDays })}
          />
        </div>
      </fieldset>
      <WarningFields
        levels={values.warnings}
        wrongOrder={settingsProblem(values) === 'order'}
        onChange={(warnings) => put('warnings', warnings)}
      />
      <ExtensionFields extension={values.extension} onChange={(extension) => put('extension', extension)} />
      <ChainFields chain={values.chain} onChange={(chain) => put('chain', chain)} />
      <EvidenceRuleFields
        rules={values.evidence}
        usual={usual.evidence}
        preset={evidencePreset}
        onChange={(evidence) => put('evidence', evidence)}
      />
      <StepFields steps={values.steps} onChange={(steps) => put('steps', steps)} />
      <RateFields
        completed={values.completedResults}
        words={values.resultWords}
        onCompleted={(results) => put('completedResults', results)}
        onWords={(words) => put('resultWords', words)}
      />
    </>
  );
}
