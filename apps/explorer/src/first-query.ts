/** What stands in the editor at first: who asks and what may be read, and the ledger's first lines. It runs as it is. */
export const FIRST_QUERY = `# 我是谁、能读什么 · Who asks, and what may be read
query FirstLook {
  viewer {
    kind
    name
    classes
    today
  }
  findings(first: 5) {
    totalCount
    edges {
      node {
        refNo
        state
        result
        deadline {
          dueOn
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
`;
