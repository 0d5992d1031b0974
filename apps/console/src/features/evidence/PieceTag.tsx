import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { PieceDrawer } from './PieceDrawer.tsx';
import css from './PieceTag.module.css';

const PieceTagFragment = graphql(`
  fragment PieceTag_piece on Evidence {
    id
    kind
    pieceNumber
    title
    acceptance
    restricted
    hints
    attachments {
      id
    }
  }
`);

/** A file says what it is by its title where that is short: 签到表 28-1-02. */
const SHORT = 9;

/** 会议 28-1-01, with what should be looked at: a press opens the piece beside the page. */
export function PieceTag({ piece: masked }: { piece: FragmentType<typeof PieceTagFragment> }) {
  const { t } = useTranslation();
  const piece = readFragment(PieceTagFragment, masked);
  const [open, setOpen] = useState(false);
  const marks = [
    piece.restricted && t('piece.restricted'),
    piece.acceptance !== 'ACCEPTED' && t(`vocabulary.evidenceAcceptance.${piece.acceptance}`),
    piece.hints.length > 0 && t('piece.check'),
  ].filter(Boolean);
  return (
    <>
      <button
        type="button"
        className={[css.tag, piece.acceptance === 'REJECTED' && css.rejected].filter(Boolean).join(' ')}
        title={piece.title}
        onClick={() => setOpen(true)}
      >
        {piece.kind === 'FILE' && [...piece.title].length <= SHORT
          ? piece.title
          : t(`vocabulary.evidenceKind.${piece.kind}`)}{' '}
        {piece.pieceNumber}
        {marks.length > 0 && (
          <span className={piece.hints.length > 0 ? css.check : css.mark}> · {marks.join(' · ')}</span>
        )}
      </button>
      {open && <PieceDrawer pieceId={piece.id} onClose={() => setOpen(false)} />}
    </>
  );
}
