import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { State } from '../../ui/State.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import css from './Piece.module.css';
import { PIECE_PAGES } from './piece-pages.ts';

const PieceReviewFragment = graphql(`
  fragment PieceReview_piece on Evidence {
    id
    pieceNumber
    acceptance
    acceptedAt
    acceptedByName
    viewerCan
  }
`);

export const ReviewEvidence = graphql(`
  mutation ReviewEvidence($input: ReviewEvidenceInput!) {
    reviewEvidence(input: $input) {
      evidence {
        ...PieceDrawer_piece
        ...PieceTag_piece
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const TONES = { PENDING: 'calm', ACCEPTED: 'ok', REJECTED: 'warn' } as const;

/** Whether a reviewer accepted the piece, and the two verbs; a rejection says why. */
export function PieceReview({ piece: masked }: { piece: FragmentType<typeof PieceReviewFragment> }) {
  const { t } = useTranslation();
  const piece = readFragment(PieceReviewFragment, masked);
  const mayAccept = piece.viewerCan.includes('acceptEvidence');
  const mayReject = piece.viewerCan.includes('rejectEvidence');
  const [rejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState('');
  const operation = useOperation(ReviewEvidence, PIECE_PAGES);
  const review = async (accept: boolean) => {
    if (operation.busy) return;
    const input = { evidenceIds: [piece.id], accept, reason: accept ? null : reason.trim() };
    if (!(await operation.run({ input }))) return;
    setRejecting(false);
    toast(t(accept ? 'piece.done.accepted' : 'piece.done.rejected', { number: piece.pieceNumber }));
  };
  return (
    <section className={css.part}>
      <h3>{t('piece.review')}</h3>
      <p>
        <State tone={TONES[piece.acceptance]}>{t(`vocabulary.evidenceAcceptance.${piece.acceptance}`)}</State>{' '}
        {piece.acceptedByName && piece.acceptedAt && (
          <span className={css.quiet}>
            {piece.acceptedByName} {dateTime(piece.acceptedAt)}
          </span>
        )}
      </p>
      {(mayAccept || mayReject) && (
        <>
          {rejecting && (
            <TextArea
              label={t('piece.rejectionReason')}
              rows={2}
              autoFocus
              value={reason}
              onChange={setReason}
              limit={LIMITS.reason}
              error={operation.fields.reason}
            />
          )}
          <OperationErrors operation={operation} fields={['reason']} />
          <div className={css.buttons}>
            {rejecting ? (
              <>
                <Button onClick={() => setRejecting(false)}>{t('ui.cancel')}</Button>
                <Button
                  look="grave"
                  busy={operation.busy}
                  off={reason.trim() === '' ? t('signing.reasonFirst') : null}
                  onClick={() => void review(false)}
                >
                  {t('piece.reject')}
                </Button>
              </>
            ) : (
              <>
                {mayAccept && (
                  <Button look="ink" busy={operation.busy} onClick={() => void review(true)}>
                    {t('piece.accept')}
                  </Button>
                )}
                {mayReject && <Button onClick={() => setRejecting(true)}>{t('piece.reject')}</Button>}
              </>
            )}
          </div>
        </>
      )}
    </section>
  );
}
