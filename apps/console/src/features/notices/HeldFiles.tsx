import { useTranslation } from 'react-i18next';
import { dateTime, fileSize } from '../../format.ts';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import css from './notices.module.css';

const HeldFilesFragment = graphql(`
  fragment HeldFiles_attachment on Attachment {
    id
    fileName
    path
    size
    uploadedAt
    uploadedByName
  }
`);

const RemoveHeldFile = graphql(`
  mutation RemoveHeldFile($input: RemoveAttachmentInput!) {
    removeAttachment(input: $input) {
      removedId
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const AFTERWARDS = ['NoticePage', 'Papers'];

type HeldFilesProps = { files: readonly FragmentType<typeof HeldFilesFragment>[]; removable?: boolean };

/** Files of a drafted reply or a recorded paper, to open and, where they may still change, to take away. */
export function HeldFiles({ files, removable }: HeldFilesProps) {
  const { t } = useTranslation();
  const removal = useOperation(RemoveHeldFile, AFTERWARDS);
  if (files.length === 0) return null;
  return (
    <>
      <ul className={css.list}>
        {files.map((masked) => {
          const file = readFragment(HeldFilesFragment, masked);
          return (
            <li key={file.id}>
              <a href={file.path}>{file.fileName}</a>{' '}
              <span className={css.quiet}>
                {[fileSize(file.size), file.uploadedByName, dateTime(file.uploadedAt)].filter(Boolean).join(' · ')}
              </span>
              {removable && (
                <Button
                  look="quiet"
                  busy={removal.busy}
                  aria-label={t('ui.file.remove', { name: file.fileName })}
                  onClick={() => void removal.run({ input: { attachmentId: file.id } })}
                >
                  {t('ui.remove')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      <OperationErrors operation={removal} />
    </>
  );
}
