import { DomainError } from '../errors.ts';

/** 密级, asked when an inspection is opened. */
export const CLASSIFICATIONS = ['PUBLIC', 'INTERNAL', 'SECRET', 'CONFIDENTIAL', 'TOP_SECRET'] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** What may stand in this system: no state secrets. */
export const KEPT_CLASSIFICATIONS = ['PUBLIC', 'INTERNAL'] as const satisfies readonly Classification[];
export type KeptClassification = (typeof KEPT_CLASSIFICATIONS)[number];

/** 秘密 and above is refused before anything of it is stored. */
export function demandNoSecret(classification: Classification): KeptClassification {
  const kept = KEPT_CLASSIFICATIONS.find((one) => one === classification);
  if (kept !== undefined) return kept;
  throw new DomainError({
    code: 'INVALID',
    rule: 'rounds.secret',
    field: 'classification',
    message: 'state secrets are not kept in this system',
  });
}
