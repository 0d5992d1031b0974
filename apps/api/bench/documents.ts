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
