import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime, fileSize } from '../../format.ts';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { RemoveFileButton, useRemoveFile } from './remove-file.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { AttachmentPurpose, EvidenceKind } from '../../gql/graphql.ts';
import { useApolloClient } from '@apollo/client/react';
import { Button } from '../../ui/Button.tsx';
import { FilePreview } from './FilePreview.tsx';
import { FilesField } from './FilesField.tsx';
import { useFiles } from './use-files.ts';
import css from './Piece.module.css';
import { PIECE_PAGES } from './piece-pages.ts';

const PieceFilesFragment = graphql(`
  fragment PieceFiles_piece on Evidence {
    id
    kind
    acceptance
    attachments {
      id
      fileName
      mediaType
      path
      purpose
      sha256
      size
      uploadedAt
      uploadedByName
    }
    viewerCan
  }
`);

const REFETCH = ['EvidencePiece', ...PIECE_PAGES];

/** What a file of each kind of evidence usually is: a payment's is its voucher, a paper's its scan. */
export const purposeOf = (kind: EvidenceKind): AttachmentPurpose =>
  kind === 'REFUND' ? 'VOUCHER' : kind === 'FILE' ? 'FILE' : 'SCAN';

/** The files of a piece; pictures are seen at once, PDF and .docx in a preview, everything else is opened by its program. */
export function PieceFiles({ piece: masked }: { piece: FragmentType<typeof PieceFilesFragment> }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const piece = readFragment(PieceFilesFragment, masked);
  const may = piece.viewerCan.includes('editEvidence');
  const files = useFiles();
  const [sending, setSending] = useState(false);
  const removal = useRemoveFile(REFETCH);
  const waiting = files.items.some((item) => item.state === 'waiting' || item.state === 'refused');
  const send = async () => {
    setSending(true);
    await files.sendAll({ evidenceId: piece.id }, purposeOf(piece.kind));
    await client.refetchQueries({ include: 'active' });
    setSending(false);
  };
  return (
    <section className={css.part}>
      <h3>{t('piece.files')}</h3>
      {piece.attachments.length === 0 && <p className={css.quiet}>{t('piece.noFiles')}</p>}
      <ul className={css.files}>
        {piece.attachments.map((file) => (
          <li key={file.id}>
            <p className={css.file}>
              <a href={file.path}>{file.fileName}</a>
              <span className={css.quiet} title={`SHA-256 ${file.sha256}`}>
                {[
                  t(`vocabulary.attachmentPurpose.${file.purpose}`),
                  fileSize(file.size),
                  file.uploadedByName,
                  dateTime(file.uploadedAt),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <FilePreview file={file} />
              {may && <RemoveFileButton file={file} removal={removal} />}
            </p>
            {/^image\/(jpeg|png|webp|gif)$/.test(file.mediaType) && (
              <img className={css.picture} src={file.path} alt={file.fileName} loading="lazy" />
            )}
          </li>
        ))}
      </ul>
      <OperationErrors operation={removal} />
      {may && (
        <>
          <FilesField label={t('piece.addFiles')} files={files} optional />
          {waiting && (
            <Button look="ink" busy={sending} onClick={() => void send()}>
              {t('piece.send')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
