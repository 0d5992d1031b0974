import { WARNING_COLOURS, WARNING_RECIPIENTS, type WarningRecipient } from '@closeout/domain/vocabulary';
import { useTranslation } from 'react-i18next';
import { CheckBox } from '../../../ui/CheckBox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import css from '../../admin/admin.module.css';
import { LEVELS, type Level, type SettingsValues } from './values.ts';

type Levels = SettingsValues['warnings'];
type One = Levels[number];

/** Of a level that is switched on again; what the form shows is what is stored. */
const STARTS: Record<Level, One> = {
  GREEN: { code: 'GREEN', daysLeft: 20, name: null, colour: 'GREEN', recipients: ['HANDLER'], graceDays: 0 },
  YELLOW: { code: 'YELLOW', daysLeft: 10, name: null, colour: 'YELLOW', recipients: ['HANDLER'], graceDays: 0 },
  RED: { code: 'RED', daysLeft: -1, name: null, colour: 'RED', recipients: ['HANDLER'], graceDays: 0 },
};

/** 三色提醒: when each level begins, what it is called, its colour, whom it is sent to, and when the office learns of it. */
export function WarningFields(props: { levels: Levels; wrongOrder: boolean; onChange: (levels: Levels) => void }) {
  const { t } = useTranslation();
  const { levels, onChange } = props;
  const put = (code: Level, one: One | null) =>
    onChange(
      LEVELS.flatMap((each) => {
        if (each === code) return one === null ? [] : [one];
        return levels.filter((level) => level.code === each);
      }),
    );
  return (
    <fieldset>
      <legend className={css.legend}>{t('rounds.warnings')}</legend>
      <p className={css.quiet}>{t('rounds.warningsHint')}</p>
      {LEVELS.map((code) => {
        const level = levels.find((one) => one.code === code);
        return (
          <div key={code} role="group" aria-label={t(`rounds.level.${code}`)} className={css.entry}>
            <CheckBox
              label={t(`rounds.level.${code}`)}
              checked={level !== undefined}
              onChange={(on) => put(code, on ? STARTS[code] : null)}
            />
            {level && <LevelFields level={level} onChange={(one) => put(code, one)} />}
          </div>
        );
      })}
      {props.wrongOrder && <p role="alert">{t('rounds.warningOrder')}</p>}
    </fieldset>
  );
}

function LevelFields({ level, onChange }: { level: One; onChange: (level: One) => void }) {
  const { t } = useTranslation();
  const overdue = level.code === 'RED';
  const send = (to: WarningRecipient, on: boolean) =>
    onChange({
      ...level,
      recipients: WARNING_RECIPIENTS.filter((one) => (one === to ? on : level.recipients.includes(one))),
    });
  return (
    <>
      <div className={css.two}>
        <NumberField
          label={t(overdue ? 'rounds.overdueFrom' : 'rounds.daysLeft')}
          unit={t(overdue ? 'rounds.daysAfter' : 'rounds.daysBefore')}
          min={1}
          max={366}
          value={overdue && level.daysLeft !== null ? -level.daysLeft : level.daysLeft}
          onChange={(days) => onChange({ ...level, daysLeft: overdue && days !== null ? -days : days })}
        />
        <TextField
          label={t('rounds.warningName')}
          placeholder={t(`vocabulary.warningLevel.${level.code}`)}
          optional
          maxLength={20}
          value={level.name ?? ''}
          onChange={(name) => onChange({ ...level, name: name.trim() === '' ? null : name })}
        />
        <SelectField
          label={t('rounds.warningColour')}
          emptyLabel={t(`vocabulary.warningShade.${level.colour}`)}
          value={level.colour}
          options={WARNING_COLOURS.map((value) => ({ value, label: t(`vocabulary.warningShade.${value}`) }))}
          onChange={(colour) => colour && onChange({ ...level, colour })}
        />
        <NumberField
          label={t('rounds.grace')}
          hint={t('rounds.graceHint')}
          unit={t('rounds.daysAfter')}
          max={366}
          value={level.graceDays}
          onChange={(graceDays) => onChange({ ...level, graceDays })}
        />
      </div>
      <fieldset>
        <legend className={css.legend}>{t('rounds.recipients')}</legend>
        <div className={css.checks}>
          {WARNING_RECIPIENTS.map((to) => (
            <CheckBox
              key={to}
              label={t(`vocabulary.warningRecipient.${to}`)}
              checked={level.recipients.includes(to)}
              onChange={(on) => send(to, on)}
            />
          ))}
        </div>
        {level.recipients.length === 0 && <p role="alert">{t('rounds.noRecipients')}</p>}
      </fieldset>
    </>
  );
}
