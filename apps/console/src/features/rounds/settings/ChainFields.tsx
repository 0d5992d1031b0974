import { NAMED_REVIEWERS, type Reviewer } from '@closeout/domain/vocabulary';
import { useTranslation } from 'react-i18next';
import { CheckBox } from '../../../ui/CheckBox.tsx';
import css from '../../admin/admin.module.css';
import { CHAIN_SWITCHES, type SettingsValues } from './values.ts';

type Chain = SettingsValues['chain'];

/** 签批环节: which steps there are, and whose opinions the office needs before it signs. */
export function ChainFields({ chain, onChange }: { chain: Chain; onChange: (chain: Chain) => void }) {
  const { t } = useTranslation();
  const heard = (one: Reviewer, on: boolean) =>
    NAMED_REVIEWERS.filter((each) => (each === one ? on : chain.officeReviewers.includes(each)));
  return (
    <fieldset>
      <legend className={css.legend}>{t('admin.round.chain')}</legend>
      <div className={css.checks}>
        {CHAIN_SWITCHES.map((step) => (
          <CheckBox
            key={step}
            label={t(`admin.round.step.${step}`)}
            checked={chain[step]}
            onChange={(on) => onChange({ ...chain, [step]: on })}
          />
        ))}
        <CheckBox label={t('vocabulary.signoffStepKind.SECRETARY')} checked disabled onChange={() => undefined} />
      </div>
      <p className={css.quiet}>{t('admin.round.chainHint')}</p>
      {chain.office && (
        <>
          <p className={css.legend}>{t('rounds.officeReviewers')}</p>
          <div className={css.checks}>
            {NAMED_REVIEWERS.map((one) => (
              <CheckBox
                key={one}
                label={t(`vocabulary.reviewer.${one}`)}
                checked={chain.officeReviewers.includes(one)}
                onChange={(on) => onChange({ ...chain, officeReviewers: heard(one, on) })}
              />
            ))}
          </div>
          <p className={css.quiet}>{t('rounds.officeReviewersHint')}</p>
        </>
      )}
    </fieldset>
  );
}
