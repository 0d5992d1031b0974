import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { State } from '../../ui/State.tsx';
import css from './rechecks.module.css';

const SampleNoteFragment = graphql(`
  fragment SampleNote_check on Recheck {
    id
    outcome
    note
    checkedByName
    checkedAt
    lapsed
    draw {
      id
      drawnOn
      drawnFor {
        id
        shortName
      }
    }
  }
`);

const TONES = { OPEN: 'warn', PASSED: 'ok', FAILED: 'late' } as const;

/** 销号前抽查, beside the chain: drawn and waited for, or what it found. */
export function SampleNote({ check: masked }: { check: FragmentType<typeof SampleNoteFragment> }) {
  const { t } = useTranslation();
  const check = readFragment(SampleNoteFragment, masked);
  if (check.lapsed) return null;
  const state = check.outcome ?? 'OPEN';
  return (
    <li className={css.opinion}>
      <p>
        <State tone={TONES[state]}>
          {t(`recheck.sampled.${state}`, { group: check.draw.drawnFor.shortName, day: check.draw.drawnOn })}
        </State>
      </p>
      {check.note && <p>{check.note}</p>}
      {check.checkedByName && (
        <p className={css.quiet}>{[check.checkedByName, dateTime(check.checkedAt!)].join(' · ')}</p>
      )}
    </li>
  );
}
