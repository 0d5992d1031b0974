import { ACTION_KINDS, EVIDENCE_KINDS, type ActionKind } from '@closeout/domain/vocabulary';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button.tsx';
import { CheckBox } from '../../../ui/CheckBox.tsx';
import { NumberField } from '../../../ui/NumberField.tsx';
import css from '../../admin/admin.module.css';
import { evidenceWords } from '../reason-words.ts';
import type { InForce, SettingsValues } from './values.ts';

type Rules = SettingsValues['evidence'];
type EvidenceRuleFieldsProps = {
  rules: Rules;
  usual: InForce['evidence'];
  /** Ready-made rules: each kind of action by the paper it leaves. */
  preset: unknown;
  onChange: (rules: Rules) => void;
};

/** 佐证要求: what proves an action, by what it is. */
export function EvidenceRuleFields({ rules, usual, preset, onChange }: EvidenceRuleFieldsProps) {
  const { t } = useTranslation();
  const put = (kind: ActionKind, rule: Partial<Rules[ActionKind]>) =>
    onChange({ ...rules, [kind]: { ...rules[kind], ...rule } });
  return (
    <fieldset>
      <legend className={css.legend}>{t('rounds.evidence')}</legend>
      <p className={css.quiet}>{t('rounds.evidenceHint')}</p>
      <div className={css.bar}>
        <Button onClick={() => onChange(preset as Rules)}>{t('rounds.evidenceByKind')}</Button>
        <Button onClick={() => onChange(usual)}>{t('rounds.reset')}</Button>
      </div>
      {ACTION_KINDS.map((kind) => (
        <details key={kind} className={css.entry}>
          <summary>
            {t(`vocabulary.actionKind.${kind}`)} <span className={css.quiet}>{evidenceWords(t, rules[kind])}</span>
          </summary>
          <NumberField
            label={t('rounds.pieces')}
            hint={t('rounds.piecesHint')}
            unit={t('rounds.piecesUnit')}
            max={20}
            value={rules[kind].pieces}
            onChange={(pieces) => put(kind, { pieces })}
          />
          <fieldset>
            <legend className={css.legend}>{t('rounds.evidenceKinds')}</legend>
            <div className={css.checks}>
              {EVIDENCE_KINDS.map((one) => (
                <CheckBox
                  key={one}
                  label={t(`vocabulary.evidenceKind.${one}`)}
                  checked={rules[kind].kinds.includes(one)}
                  onChange={(on) =>
                    put(kind, {
                      kinds: EVIDENCE_KINDS.filter((each) => (each === one ? on : rules[kind].kinds.includes(each))),
                    })
                  }
                />
              ))}
            </div>
          </fieldset>
        </details>
      ))}
    </fieldset>
  );
}
