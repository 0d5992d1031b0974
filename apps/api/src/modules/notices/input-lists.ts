import { DomainError, LIMITS } from '@closeout/domain';
import { uuidOf } from '../../read/ids.ts';

export const LIST_LIMIT = LIMITS.batch;

/** The uuids that a list of global ids names, each once; a longer list than allowed is refused. */
export function readUuids(
  ids: readonly string[],
  field: string,
  prefix: string,
  what: string,
  limit: number = LIST_LIMIT,
): string[] {
  if (ids.length > limit)
    throw new DomainError({
      code: 'LIMIT',
      rule: 'input.count',
      field,
      message: `at most ${limit} at once`,
      params: { limit },
    });
  return [...new Set(ids.map((id) => uuidOf(id, prefix, what)))];
}
