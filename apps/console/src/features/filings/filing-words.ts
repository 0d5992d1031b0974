import type { TFunction } from 'i18next';
import type { FilingKind, FilingState } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/State.tsx';

/** `整改方案`, `阶段报告(第 2 次)`. */
export function filingTitle(t: TFunction, { kind, number }: { kind: FilingKind; number: number }): string {
  const name = t(`vocabulary.filingKind.${kind}`);
  return kind === 'PERIODIC' ? t('filing.numbered', { name, number }) : name;
}

const TONES: Record<FilingState, Tone> = {
  DUE: 'calm',
  PREPARED: 'warn',
  DECLINED: 'warn',
  FILED: 'plain',
  RECEIVED: 'ok',
  RETURNED: 'warn',
  ACCEPTED: 'ok',
};

export const toneOf = (state: FilingState): Tone => TONES[state];
