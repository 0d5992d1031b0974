import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { EditPieceDialog } from './EditPieceDialog.tsx';
import css from './Piece.module.css';
import { PieceRowsFragment, rowsOf, says } from './piece-rows.ts';

const PieceFactsFragment = graphql(`
  fragment PieceFacts_piece on Evidence {
    viewerCan
    ...PieceRows_piece
    ...EditPieceDialog_piece
  }
`);

/** What a piece says, field by field; what is not known is not shown. */
export function PieceFacts({ piece: masked }: { piece: FragmentType<typeof PieceFactsFragment> }) {
  const { t } = useTranslation();
  const piece = readFragment(PieceFactsFragment, masked);
  const [editing, setEditing] = useState(false);
  const may = piece.viewerCan.includes('editEvidence');
  return (
    <section>
      <dl className={css.facts}>
        {rowsOf(t, readFragment(PieceRowsFragment, piece))
          .filter(says)
          .map(([label, value], at) => (
            <div key={`${label} ${at}`}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {may && (
        <Button onClick={() => setEditing(true)} className={css.edit}>
          {t('piece.edit')}
        </Button>
      )}
      {editing && <EditPieceDialog piece={piece} onClose={() => setEditing(false)} />}
    </section>
  );
}
