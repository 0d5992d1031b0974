import type { moneyLedger as chinese } from '../zh/money-ledger.ts';

/** The money ledger. */
export const moneyLedger: typeof chinese = {
  title: 'Money ledger',
  count: '{{count}} sums',
  none: 'No inspection within reach',
  empty: 'No sums yet',
  emptyText: 'An import registers the sums of its findings; a finding’s page can establish more.',
  more: 'Show 100 more',
  yuan: 'yuan',
  finding: 'Finding · sum',
  entries: '{{count}} payments or waivers',
  voucher: 'voucher {{number}}',
};
