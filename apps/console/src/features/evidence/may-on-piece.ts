import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';

export const MayOnPieceFragment = graphql(`
  fragment MayOnPiece_piece on Evidence {
    id
    actions(first: 100) {
      edges {
        node {
          id
          finding {
            id
            viewerCan
          }
        }
      }
    }
  }
`);

export type PieceVerb = 'addEvidence' | 'reviewEvidence';

/** Whether the server lets the viewer carry a verb out on every finding that the piece proves, as its operations demand. */
export function mayOnPiece(masked: FragmentType<typeof MayOnPieceFragment>, verb: PieceVerb): boolean {
  const actions = readFragment(MayOnPieceFragment, masked).actions.edges;
  return actions.length > 0 && actions.every((edge) => edge.node.finding.viewerCan.includes(verb));
}
