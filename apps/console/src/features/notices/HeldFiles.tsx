import { dateTime, fileSize } from '../../format.ts';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { RemoveFileButton, useRemoveFile } from '../evidence/remove-file.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
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

const AFTERWARDS = ['NoticePage', 'Papers'];

type HeldFilesProps = { files: readonly FragmentType<typeof HeldFilesFragment>[]; removable?: boolean };

/** Files of a drafted reply or a recorded paper, to open and, where they may still change, to take away. */
export function HeldFiles({ files, removable }: HeldFilesProps) {
  const removal = useRemoveFile(AFTERWARDS);
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
              {removable && <RemoveFileButton file={file} removal={removal} />}
            </li>
          );
        })}
      </ul>
      <OperationErrors operation={removal} />
    </>
  );
}
