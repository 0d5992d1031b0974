import { useTranslation } from 'react-i18next';
import { useReducedMotion } from './use-reduced-motion.ts';
import css from './Seal.module.css';

type SealProps = {
  /** Who signed last, and on which day: part of the seal's name, drawn where it is big. */
  signer?: string | null;
  date?: string | null;
  size?: 'row' | 'page';
  /** The signature was given just now: the seal comes down once, in 150 ms. */
  landing?: boolean;
};

/** 已销号: the red seal every closed finding carries, on screen and on paper. */
export function Seal({ signer, date, size = 'row', landing }: SealProps) {
  const { t } = useTranslation();
  const still = useReducedMotion();
  const by = [signer, date].filter(Boolean).join(' ');
  const label = [t('ui.seal'), by].filter(Boolean).join(' ');
  return (
    <span
      role="img"
      aria-label={label}
      title={by || undefined}
      className={[css.seal, css[size], landing && !still && css.landing].filter(Boolean).join(' ')}
    >
      <span>{t('ui.seal')}</span>
      {size === 'page' && by && <small className={css.by}>{by}</small>}
    </span>
  );
}
