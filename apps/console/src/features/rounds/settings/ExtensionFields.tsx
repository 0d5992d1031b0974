import { useTranslation } from 'react-i18next';
import { CheckBox } from '../../../ui/CheckBox.tsx';
import { ChoiceField } from '../../../ui/ChoiceField.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import css from '../../admin/admin.module.css';
import type { SettingsValues } from './values.ts';

type Extension = SettingsValues['extension'];
const USUAL_DAYS = 90;

/** 延期: how often, by whom approved, and how far at most. */
export function ExtensionFields(props: { extension: Extension; onChange: (extension: Extension) => void }) {
  const { t } = useTranslation();
  const { extension } = props;
  const put = (change: Partial<Extension>) => props.onChange({ ...extension, ...change });
  return (
    <fieldset>
      <legend className={css.legend}>{t('rounds.extension')}</legend>
      <div className={css.two}>
        <NumberField
          label={t('rounds.extensionCap')}
          hint={t('rounds.extensionCapHint')}
          min={0}
          max={20}
          value={extension.cap}
          onChange={(cap) => put({ cap })}
        />
        <ChoiceField
          label={t('rounds.extensionApprover')}
          value={extension.approver}
          options={(['SECRETARY', 'OFFICE'] as const).map((value) => ({ value, label: t(`rounds.approver.${value}`) }))}
          onChange={(approver) => put({ approver })}
        />
        <div>
          <CheckBox
            label={t('rounds.extensionLimited')}
            hint={t('rounds.extensionLimitedHint')}
            checked={extension.limited}
            onChange={(limited) => put({ limited, maxDays: limited ? (extension.maxDays ?? USUAL_DAYS) : null })}
          />
          {extension.limited && (
            <NumberField
              label={t('rounds.extensionDays')}
              unit={t('rounds.days')}
              min={1}
              max={732}
              value={extension.maxDays}
              onChange={(maxDays) => put({ maxDays })}
            />
          )}
        </div>
      </div>
    </fieldset>
  );
}
