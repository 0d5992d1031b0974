/** Reading of tables alone: what a thread of its own loads, and no more. */
export { readLedgerWorkbook } from './ledger/read-ledger.ts';
export { readReturnedLedger } from './ledger/read-returned.ts';
