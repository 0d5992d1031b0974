import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { mayNow, seen, type PassageData, type PublicationData } from './publication-fragment.ts';

const AcceptPassage = graphql(`
  mutation AcceptPassage($input: AcceptPassageInput!) {
    acceptPassage(input: $input) {
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

/** The ledger changed where somebody wrote by hand: its words beside what was made of them, to take over or to leave. */
export function PendingChange({ publication, passage }: { publication: PublicationData; passage: PassageData }) {
  const { t } = useTranslation();
  const operation = useOperation(AcceptPassage);
  const { pending, pendingGone, key } = passage;
  if (pending === null && !pendingGone) return null;
  const answer = (accept: boolean) => void operation.run({ input: { ...seen(publication), key, accept } });
  return (
    <MarginNote
      kind="check"
      title={t(pendingGone ? 'publication.gone' : 'publication.changed')}
      actions={
        mayNow(publication, 'acceptPassage') && (
          <>
            <Button look="quiet" busy={operation.busy} onClick={() => answer(true)}>
              {t('publication.takeLedger')}
            </Button>
            <Button look="quiet" busy={operation.busy} onClick={() => answer(false)}>
              {t('publication.keepOwn')}
            </Button>
          </>
        )
      }
    >
      {pending}
      <OperationErrors operation={operation} fields={[]} />
    </MarginNote>
  );
}
