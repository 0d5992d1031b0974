import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/toast-store.ts';

const DraftPublication = graphql(`
  mutation DraftPublication($input: DraftPublicationInput!) {
    draftPublication(input: $input) {
      publication {
        id
        ...PublicationPage_publication
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['Publication'];
type DraftButtonProps = { inspectionId: string; version?: number; label: string; quiet?: boolean };

/** Begins the public text, or takes the ledger's words of now. */
export function DraftButton({ inspectionId, version, label, quiet }: DraftButtonProps) {
  const { t } = useTranslation();
  const operation = useOperation(DraftPublication, LISTS);
  const run = async () => {
    if (await operation.run({ input: { inspectionId, version } })) toast(t('publication.done.draftPublication'));
  };
  return (
    <>
      <Button look={quiet ? undefined : 'ink'} busy={operation.busy} onClick={() => void run()}>
        {label}
      </Button>
      <OperationErrors operation={operation} fields={[]} onRetry={() => void run()} />
    </>
  );
}
