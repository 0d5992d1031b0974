import { DomainError } from '../src/index.ts';

/** The rule by which some work is refused; null: it is not. */
export function refusalOf(work: () => unknown): string | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.refusals[0]?.rule ?? null;
    throw error;
  }
}
