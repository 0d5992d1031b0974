import type { Api, Caller } from './api.ts';
import { inspectionOf } from './work.ts';

interface Passage {
  key: string;
  role: string;
  number: number | null;
  internal: string;
  edited: boolean;
  pending: string | null;
  pendingGone: boolean;
  previous: string | null;
  decision: string;
  publicText: string | null;
}
interface Hit {
  key: string;
  kind: string;
  text: string;
  subject: string;
  suggestions: string[];
  undecided: boolean;
  decision: string | null;
}
export interface Publication {
  id: string;
  state: string;
  slug: string;
  version: number;
  returnReason: string | null;
  publishedAt: string | null;
  passages: Passage[];
  hits: Hit[];
  versions: {
    id: string;
    number: number;
    sha256: string;
    publicSha256: string;
    content: string;
    signatures: { role: string; method: string; personName: string; personPost: string | null }[];
  }[];
  transitions: { verb: string; allowed: boolean; reason: string | null }[];
}
export interface Answer {
  publication: Publication | null;
  userErrors: { code: string; field: string | null; rule: string; params: Record<string, unknown> | null }[];
}

const FIELDS = `id state slug version returnReason publishedAt
  passages { key role number internal edited pending pendingGone previous decision publicText }
  hits { key kind text subject suggestions undecided decision }
  versions { id number sha256 publicSha256 content signatures { role method personName personPost } }
  transitions { verb allowed reason }`;

const INPUTS: Record<string, string> = {
  reviewPublication: 'PublicationInput',
  approvePublication: 'PublicationInput',
  proposePublication: 'PublicationInput',
  publish: 'PublicationInput',
  takeDown: 'ReturnPublicationInput',
};

/** What the tests of the public text ask and do. */
export async function publicationsOver(api: Api, shortName: string) {
  const inspectionId = await inspectionOf(api, shortName);
  const read = async (who: Caller): Promise<Publication | null> =>
    (
      await who.execute<{ publication: Publication | null }>(
        `query P($id: ID!) { publication(inspectionId: $id) { ${FIELDS} } }`,
        { id: inspectionId },
      )
    ).publication;
  /** By name; the version is that of now unless another is given. */
  const call = async (who: Caller, verb: string, input: object = {}): Promise<Answer> => {
    const type = INPUTS[verb] ?? `${verb[0]!.toUpperCase()}${verb.slice(1)}Input`;
    const [known] = await api.sql<{ id: string; version: number }>(
      `SELECT 'pub_' || id AS id, version FROM publication WHERE 'ins_' || inspection_id = $1`,
      [inspectionId],
    );
    const base =
      verb === 'draftPublication'
        ? { inspectionId, version: known?.version }
        : { publicationId: known?.id, version: known?.version };
    const data = await who.execute<Record<string, Answer>>(
      `mutation M($input: ${type}!) { ${verb}(input: $input) { publication { ${FIELDS} } userErrors { code field rule params } } }`,
      { input: { ...base, ...input } },
    );
    return data[verb] as Answer;
  };
  /** Masks whatever is open. */
  const maskAll = async (who: Caller): Promise<void> => {
    for (const { key, kind, subject } of (await read(who))!.hits.filter((one) => one.undecided)) {
      const { userErrors } = await call(who, 'decideHit', { key, kind, subject });
      if (userErrors.length > 0 && userErrors[0]!.code !== 'NOT_FOUND') throw new Error(JSON.stringify(userErrors));
    }
  };
  return { inspectionId, read, call, maskAll };
}

/** Brings a draft up: everything masked, proposed, reviewed, approved, published. */
export async function publish(api: Api, world: Awaited<ReturnType<typeof publicationsOver>>): Promise<void> {
  await world.maskAll(await api.as('clerk'));
  const steps = [
    ['clerk', 'proposePublication'],
    ['leader2', 'reviewPublication'],
    ['secretary', 'approvePublication'],
    ['clerk', 'publish'],
  ] as const;
  for (const [login, verb] of steps) {
    const { userErrors } = await world.call(await api.as(login), verb);
    if (userErrors.length > 0) throw new Error(`${verb}: ${JSON.stringify(userErrors)}`);
  }
}
