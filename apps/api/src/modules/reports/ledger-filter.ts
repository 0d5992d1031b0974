import { FINDING_STATES, invalid, isDay, REMEDIATION_TYPES, RESULTS } from '@closeout/domain';

/** The filter of an export as it stands in its address: the fields of the ledger's own filter (FindingFilter). */
export type LedgerFilter = Record<string, unknown>;

type Read = (value: string, name: string) => unknown;

const among =
  (codes: readonly string[]): Read =>
  (value, name) => {
    const list = value.split(',').filter((one) => one !== '');
    const wrong = list.find((one) => !codes.includes(one));
    if (wrong !== undefined || list.length === 0)
      throw invalid(name, 'exports.filter', `${name} takes ${codes.join(', ')}`);
    return list;
  };
const yesNo: Read = (value, name) => {
  if (value !== 'true' && value !== 'false') throw invalid(name, 'exports.filter', `${name} takes true or false`);
  return value === 'true';
};
const asIs: Read = (value) => value;
const day: Read = (value, name) => {
  if (!isDay(value)) throw invalid(name, 'exports.filter', `${name} takes a day such as 2024-06-30`);
  return value;
};

const PARAMETERS: Readonly<Record<string, Read>> = {
  state: among(FINDING_STATES),
  result: among(RESULTS),
  remediationType: among(REMEDIATION_TYPES),
  aspectId: asIs,
  leaderId: asIs,
  departmentId: asIs,
  handlerId: asIs,
  text: asIs,
  overdue: yesNo,
  returned: yesNo,
  waitsForMe: yesNo,
  outstanding: yesNo,
  dueFrom: day,
  dueTo: day,
};

/** Reads the filter of an export's address; a parameter that is none is named, never ignored: an export must not hold more than was asked. */
export function ledgerFilterOf(query: Readonly<Record<string, unknown>>): LedgerFilter {
  const filter: LedgerFilter = {};
  for (const [name, value] of Object.entries(query)) {
    if (name === 'inspectionId' || name === 'asOf') continue;
    const read = PARAMETERS[name];
    if (read === undefined || typeof value !== 'string')
      throw invalid(
        name,
        'exports.filter',
        `there is no filter ${name}; known are ${Object.keys(PARAMETERS).join(', ')}`,
      );
    filter[name] = read(value, name);
  }
  const { dueFrom, dueTo, ...others } = filter;
  return dueFrom === undefined && dueTo === undefined
    ? others
    : { ...others, dueOn: { from: dueFrom ?? null, to: dueTo ?? null } };
}
