import { useTranslation } from 'react-i18next';
import { useOperation, type OperationState } from '../../forms/use-operation.ts';
import { graphql } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';

const RemoveAttachment = graphql(`
  mutation RemoveAttachment($input: RemoveAttachmentInput!) {
    removeAttachment(input: $input) {
      removedId
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** Takes a file away from what it belongs to; `lists` are the queries that show it. */
export const useRemoveFile = (lists: readonly string[]) => useOperation(RemoveAttachment, lists);

type RemoveFileButtonProps = {
  file: { id: string; fileName: string };
  removal: OperationState & { run: (variables: { input: { attachmentId: string } }) => Promise<unknown> };
};

export function RemoveFileButton({ file, removal }: RemoveFileButtonProps) {
  const { t } = useTranslation();
  return (
    <Button
      look="quiet"
      busy={removal.busy}
      aria-label={t('ui.file.remove', { name: file.fileName })}
      onClick={() => void removal.run({ input: { attachmentId: file.id } })}
    >
      {t('ui.remove')}
    </Button>
  );
}
