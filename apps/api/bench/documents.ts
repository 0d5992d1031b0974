/** One body's whole ledger: findings with leader, department and actions with their evidence. */
export const LEDGER = `query Ledger($body: String!) {
  findings(first: 100, filter: { bodyId: $body }) {
    edges {
      node {
        id seq refNo title description state result resultText remediationType
        deadline { dueOn kind }
        leader { id title }
        leadDepartment { id name }
        actions(first: 20) {
          edges {
            node {
              id ordinal text state progress doneOn
              evidence(first: 20) {
                edges {
                  node {
                    id kind pieceNumber title date { on } acceptance
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}`;

/** The same ledger with what the viewer may do with each finding, which the domain computes from facts. */
export const LEDGER_WITH_VERBS = LEDGER.replace('query Ledger', 'query LedgerWithVerbs').replace(
  'id seq refNo',
  'id viewerCan seq refNo',
);

/** The same selection as far as PostGraphile's schema expresses it: its own names, plain ids, no groups. */
export const POSTGRAPHILE_LEDGER = `query Ledger($body: UUID!) {
  allFindings(first: 100, condition: { bodyId: $body }, orderBy: [SEQ_ASC]) {
    edges {
      node {
        rowId seq refNo title description state result resultText remediationType dueOn dueKind
        postByBodyIdAndLeaderPostId { rowId title }
        departmentByBodyIdAndLeadDepartmentId { rowId name }
        actionsByBodyIdAndFindingId(first: 20, orderBy: [ORDINAL_ASC]) {
          edges {
            node {
              rowId ordinal text state progress doneOn
              evidenceActionsByBodyIdAndActionId(first: 20, orderBy: [PRIMARY_KEY_ASC]) {
                edges {
                  node {
                    evidenceByBodyIdAndEvidenceId { rowId kind pieceNumber title occurredOn acceptance }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}`;

const page = (first: number, fields: string): string =>
  `findings(first: ${first}, filter: { bodyId: $body }) { edges { node { ${fields} } } }`;
const nested = (name: string, fields: string): string => `${name}(first: 20) { edges { node { ${fields} } } }`;
const query = (fields: string): string => `query Size($body: String!) { ${fields} }`;

/** Selections of different sizes and shapes, none of them the ones that are judged: what a size costs is fitted to them. */
export const CALIBRATION: Record<string, string> = {
  'one finding': query(page(1, 'id title')),
  'findings alone': query(page(100, 'id seq title description state')),
  'findings with actions': query(page(100, `id title ${nested('actions', 'id text state')}`)),
  'ids of everything': query(page(100, `id ${nested('actions', `id ${nested('evidence', 'id')}`)}`)),
  'findings with what they name': query(
    page(
      100,
      'id seq refNo aspect { id title } leader { id title } leadDepartment { id name } handler { id name } body { id name }',
    ),
  ),
  'half the ledger': LEDGER.replace('first: 100', 'first: 16'),
  'the ledger': LEDGER,
  'the ledger with who does it': LEDGER.replace('doneOn', 'doneOn department { id name } handler { id name }'),
};
