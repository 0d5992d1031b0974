/**
 * Party dues are never added to fiscal money (domain.md section 5): a sum towards which dues were paid is kept out of every
 * total of more than one sum. Its own line, its finding's sums and the list of kinds still show it.
 */
export const isDuesSql = (sum: string): string =>
  `EXISTS (SELECT 1 FROM recovery du WHERE du.sum_id = ${sum}.id AND du.kind = 'DUES_BACK_PAYMENT')`;
