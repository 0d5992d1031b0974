import type { LedgerFinding, LedgerWorkbook } from '@closeout/documents/ledger-types';
import type { LedgerField } from '../../gql/graphql.ts';

const words = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length > 0 ? value.join('、') : null;
  if (typeof value !== 'object' || value === null) return null;
  const { quote, text } = value as { quote?: string; text?: string };
  return quote ?? text ?? null;
};

/** A finding's own words for a field, as they stand in the list. */
function valueOf(finding: LedgerFinding, field: LedgerField): string | null {
  if (field === 'seq') return finding.printedNumber;
  if (field === 'measure') return finding.actions[0]?.text ?? null;
  const own = words(finding[field as keyof LedgerFinding]);
  if (own !== null) return own;
  if (field === 'leadDepartment') return finding.actions.find(({ department }) => department)?.department ?? null;
  if (
    field === 'leader' ||
    field === 'person' ||
    field === 'progress' ||
    field === 'evidence' ||
    field === 'deadline'
  ) {
    return words(finding.actions.find((action) => action[field])?.[field]);
  }
  return null;
}

/** Up to two different values of a column, so that a person sees whether it was taken for the right thing. */
export function samplesOf({ findings }: LedgerWorkbook, field: LedgerField): string[] {
  const found = new Set<string>();
  for (const finding of findings) {
    const value = valueOf(finding, field);
    if (value) found.add(value.length > 40 ? `${value.slice(0, 40)}…` : value);
    if (found.size === 2) break;
  }
  return [...found];
}
