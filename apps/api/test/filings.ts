import type { Api, Caller } from './api.ts';
import { inspectionOf } from './work.ts';

export interface Standing {
  kind: string;
  number: number;
  dueOn: string;
  code: string;
  amount: number;
  unit: string;
  from: string;
  state: string;
  lateDays: number;
  firstFiledOn: string | null;
  versions: number;
  filingId: string | null;
  version: number | null;
  latest: { id: string; number: number | null; declineReason: string | null; opinion: string | null } | null;
  viewerCan: string[];
}
export interface Version {
  id: string;
  number: number | null;
  state: string;
  sha256: string;
  content: string;
  snapshot: {
    figures: { findings: number; closed: number };
    findings: { refNo: string; title: string }[];
    report: string | null;
  };
}
export interface Answer {
  filing: { id: string; standing: Standing; versions: Version[] } | null;
  userErrors: { code: string; field: string | null; rule: string }[];
}
export interface Counts {
  due: number;
  filed: number;
  late: number;
  missing: number;
  formula: string;
}

export const STANDING =
  'kind number dueOn code amount unit from state lateDays firstFiledOn versions filingId version latest { id number declineReason opinion } viewerCan';
export const VERSION =
  'id number state sha256 content snapshot { figures { findings closed } findings { refNo title } report }';
export const ERRORS = 'userErrors { code field rule }';

/** What the tests of filings ask and do. */
export function filingsOver(api: Api) {
  const filingsOf = async (who: Caller, shortName: string): Promise<Standing[]> =>
    (
      await who.execute<{ inspection: { filings: Standing[] } | null }>(
        `query F($id: ID!) { inspection(id: $id) { filings { ${STANDING} } } }`,
        { id: await inspectionOf(api, shortName) },
      )
    ).inspection?.filings ?? [];
  const one = async (who: Caller, shortName: string, kind: string, number = 1): Promise<Standing> =>
    (await filingsOf(who, shortName)).find((each) => each.kind === kind && each.number === number)!;
  const filing = async (who: Caller, id: string | null) =>
    (
      await who.execute<{ filing: NonNullable<Answer['filing']> | null }>(
        `query F($id: ID!) { filing(id: $id) { id standing { ${STANDING} } versions { ${VERSION} } } }`,
        { id },
      )
    ).filing;
  const call = async (who: Caller, name: string, input: object): Promise<Answer> => {
    const type = `${{ prepareFiling: 'PrepareFiling', reviewFiling: 'ReviewFiling', acceptFiling: 'AcceptFiling', declineFiling: 'FilingReason', returnFiling: 'FilingReason' }[name] ?? 'Filing'}Input`;
    const data = await who.execute<Record<string, Answer>>(
      `mutation M($input: ${type}!) { ${name}(input: $input) { filing { id standing { ${STANDING} } versions { ${VERSION} } } ${ERRORS} } }`,
      { input },
    );
    return data[name] as Answer;
  };
  const prepare = async (who: Caller, shortName: string, kind: string, number = 1, more: object = {}) =>
    call(who, 'prepareFiling', { inspectionId: await inspectionOf(api, shortName), kind, number, ...more });
  const seen = ({ standing }: NonNullable<Answer['filing']>) => ({
    filingId: standing.filingId,
    version: standing.version,
  });
  return { filingsOf, one, filing, call, prepare, seen };
}
