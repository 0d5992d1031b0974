import { useQuery } from '@apollo/client/react';
import type { ResultOf } from '@graphql-typed-document-node/core';
import { useEffect } from 'react';
import { graphql, readFragment } from '../../gql/index.ts';
import { MeetingRowFragment } from './MeetingTable.tsx';

const MeetingsPageDocument = graphql(`
  query MeetingsPage($inspectionId: ID!, $inspectionFilter: String!, $bodyFilter: String!, $after: String) {
    inspection(id: $inspectionId) {
      id
      statedCounts
      onSiteFrom
    }
    evidence(filter: { kind: [MEETING], bodyId: $bodyFilter }, first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...MeetingRow_piece
        }
      }
    }
    resolutions(filter: { bodyId: $bodyFilter }, first: 100) {
      edges {
        node {
          id
          text
          decidedOn
          recordedByName
          meeting {
            id
            title
          }
        }
      }
    }
    waiting: findings(filter: { inspectionId: $inspectionFilter, state: [IN_REVIEW] }, first: 100) {
      edges {
        node {
          id
          ...ResolutionItem_finding
        }
      }
    }
    decided: findings(filter: { inspectionId: $inspectionFilter, state: [CLOSED, CONTINUING] }, first: 100) {
      edges {
        node {
          id
          seq
          title
          state
          submissions {
            id
            steps {
              id
              resolution {
                id
              }
            }
          }
        }
      }
    }
  }
`);

type Page = ResultOf<typeof MeetingsPageDocument>;
export type DecidedFinding = Page['decided']['edges'][number]['node'];
export type PastResolution = Page['resolutions']['edges'][number]['node'] & { findings: DecidedFinding[] };

const signedBy = (resolutionId: string, finding: DecidedFinding) =>
  finding.submissions.some((one) => one.steps.some((step) => step.resolution?.id === resolutionId));

/** All meetings of one inspection's body, its resolutions with the findings each signed, and what waits for one. */
export function useMeetings(inspection: { id: string; body: { id: string } } | null | undefined) {
  const { data, error, refetch, fetchMore } = useQuery(MeetingsPageDocument, {
    variables: {
      inspectionId: inspection?.id ?? '',
      inspectionFilter: inspection?.id ?? '',
      bodyFilter: inspection?.body.id ?? '',
    },
    skip: !inspection,
  });
  const page = data?.evidence.pageInfo;
  const beyond = page?.hasNextPage ? page.endCursor : null;
  useEffect(() => {
    if (!beyond) return;
    void fetchMore({
      variables: { after: beyond },
      updateQuery: (old, { fetchMoreResult: more }) => ({
        ...old,
        evidence: { ...more.evidence, edges: [...old.evidence.edges, ...more.evidence.edges] },
      }),
    });
  }, [beyond, fetchMore]);
  const decided = data?.decided.edges.map((edge) => edge.node) ?? [];
  const resolutions: PastResolution[] = (data?.resolutions.edges ?? [])
    .map(({ node }) => ({ ...node, findings: decided.filter((finding) => signedBy(node.id, finding)) }))
    .sort((a, b) => b.decidedOn.localeCompare(a.decidedOn));
  return {
    ready: data !== undefined,
    error,
    refetch: () => void refetch(),
    inspection: data?.inspection,
    meetings: data?.evidence.edges.map((edge) => readFragment(MeetingRowFragment, edge.node)) ?? [],
    waiting: data?.waiting.edges.map((edge) => edge.node) ?? [],
    resolutions,
  };
}
