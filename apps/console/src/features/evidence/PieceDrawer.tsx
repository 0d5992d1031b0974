import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql, readFragment } from '../../gql/index.ts';
import { Drawer } from '../../ui/Dialog.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { PieceFacts } from './PieceFacts.tsx';
import { PieceFiles } from './PieceFiles.tsx';
import { PieceHints } from './PieceHints.tsx';
import { PieceLinks } from './PieceLinks.tsx';
import { PieceReview } from './PieceReview.tsx';
import { PieceVersions } from './PieceVersions.tsx';

const PieceDocument = graphql(`
  query EvidencePiece($id: ID!) {
    evidencePiece(id: $id) {
      ...PieceDrawer_piece
    }
  }
`);

const PieceDrawerFragment = graphql(`
  fragment PieceDrawer_piece on Evidence {
    id
    kind
    pieceNumber
    title
    ...PieceHints_piece
    ...PieceFacts_piece
    ...PieceFiles_piece
    ...PieceReview_piece
    ...PieceLinks_piece
    ...PieceVersions_piece
  }
`);

/** One piece of evidence beside the page: what it says, its files, what to check, its review, what it proves. */
export function PieceDrawer({ pieceId, onClose }: { pieceId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(PieceDocument, {
    variables: { id: pieceId },
    fetchPolicy: 'cache-and-network',
  });
  const piece = readFragment(PieceDrawerFragment, data?.evidencePiece);
  const title = piece
    ? `${t(`vocabulary.evidenceKind.${piece.kind}`)} ${piece.pieceNumber} ${piece.title}`
    : t('piece.piece');
  return (
    <Drawer title={title} open onClose={onClose}>
      {error && !data && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && !piece && <p>{t('piece.absent')}</p>}
      {piece && (
        <>
          <PieceHints piece={piece} />
          <PieceFacts piece={piece} />
          <PieceFiles piece={piece} />
          <PieceReview piece={piece} />
          <PieceLinks piece={piece} onGone={onClose} />
          <PieceVersions piece={piece} />
        </>
      )}
    </Drawer>
  );
}
