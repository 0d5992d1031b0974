export type AuditSearch = {
  verb?: string;
  record?: string;
  recordId?: string;
  who?: string;
  from?: string;
  to?: string;
  only?: 'failed';
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const text = (value: unknown, pattern: RegExp) =>
  typeof value === 'string' && pattern.test(value) ? value : undefined;

/** The filters of the audit trail stand in the address: what was found can be shown to somebody else. */
export function validateAuditSearch(search: Record<string, unknown>): AuditSearch {
  const found: AuditSearch = {
    verb: text(search.verb, /^\w+$/),
    record: text(search.record, /^\w+$/),
    recordId: text(search.recordId, /^[0-9a-f-]{36}$/),
    who: text(search.who, /\S/),
    from: text(search.from, DAY),
    to: text(search.to, DAY),
    only: search.only === 'failed' ? 'failed' : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
