import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { MarginNote } from '../../ui/MarginNote.tsx';

const PieceHintsFragment = graphql(`
  fragment PieceHints_piece on Evidence {
    hints
    rejectionReason
    acceptance
    acceptedByName
  }
`);

/** The words of a hint; a code that the catalogue does not know yet is left out rather than shown. */
export function hintWords(t: TFunction, hints: readonly string[]): string[] {
  return hints
    .map((hint) => t(`piece.hint.${hint}` as never, { defaultValue: '' } as never) as unknown as string)
    .filter(Boolean);
}

/** 请核对, to the department first: what looks odd about a piece, without blocking; and why it was not accepted. */
export function PieceHints({ piece: masked }: { piece: FragmentType<typeof PieceHintsFragment> }) {
  const { t } = useTranslation();
  const piece = readFragment(PieceHintsFragment, masked);
  const words = hintWords(t, piece.hints);
  return (
    <>
      {piece.acceptance === 'REJECTED' && (
        <MarginNote title={t('vocabulary.evidenceAcceptance.REJECTED')} by={piece.acceptedByName ?? undefined}>
          {piece.rejectionReason}
        </MarginNote>
      )}
      {words.length > 0 && <MarginNote kind="check">{t('ui.pleaseCheck', { what: words.join(';') })}</MarginNote>}
    </>
  );
}
