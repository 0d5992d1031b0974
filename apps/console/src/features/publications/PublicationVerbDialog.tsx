import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import { seen, type PublicationData } from './publication-fragment.ts';

const ProposePublication = graphql(`
  mutation ProposePublication($input: PublicationInput!) {
    proposePublication(input: $input) {
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
const ReviewPublication = graphql(`
  mutation ReviewPublication($input: PublicationInput!) {
    reviewPublication(input: $input) {
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
const ApprovePublication = graphql(`
  mutation ApprovePublication($input: PublicationInput!) {
    approvePublication(input: $input) {
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
const ReturnPublication = graphql(`
  mutation ReturnPublication($input: ReturnPublicationInput!) {
    returnPublication(input: $input) {
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
const Publish = graphql(`
  mutation Publish($input: PublicationInput!) {
    publish(input: $input) {
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
const TakeDown = graphql(`
  mutation TakeDown($input: ReturnPublicationInput!) {
    takeDown(input: $input) {
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

export type StepVerb =
  'proposePublication' | 'reviewPublication' | 'approvePublication' | 'returnPublication' | 'publish' | 'takeDown';

/** The mutation of each step; going back and taking down ask for words. */
function useStep(verb: StepVerb) {
  const operations = {
    proposePublication: useOperation(ProposePublication),
    reviewPublication: useOperation(ReviewPublication),
    approvePublication: useOperation(ApprovePublication),
    returnPublication: useOperation(ReturnPublication),
    publish: useOperation(Publish),
    takeDown: useOperation(TakeDown),
  };
  const run = async (base: ReturnType<typeof seen>, reason: string): Promise<boolean> =>
    verb === 'returnPublication' || verb === 'takeDown'
      ? (await operations[verb].run({ input: { ...base, reason } })) !== null
      : (await operations[verb].run({ input: base })) !== null;
  return { operation: operations[verb], run };
}

type Props = { verb: StepVerb; publication: PublicationData; onClose: () => void };

/** One step of a public text: what it means in a sentence, and why where it goes back. */
export function PublicationVerbDialog({ verb, publication, onClose }: Props) {
  const { t } = useTranslation();
  const draft = useDraft(`publication:${verb}:${publication.id}:${publication.version}`, { reason: '' });
  const { operation, run } = useStep(verb);
  const grave = verb === 'returnPublication' || verb === 'takeDown';
  const reason = draft.value.reason.trim();
  const submit = async () => {
    if (!(await run(seen(publication), reason))) return;
    draft.clear();
    toast(t(`publication.done.${verb}`));
    onClose();
  };
  return (
    <VerbDialog
      title={t(`vocabulary.publicationVerb.${verb}`)}
      verb={t(`vocabulary.publicationVerb.${verb}`)}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['reason']}
      draft={draft}
      grave={grave}
      off={grave && reason === '' ? t('publication.reasonFirst') : null}
    >
      <p>{t(`publication.verbText.${verb}`)}</p>
      {grave && (
        <TextArea
          label={t('publication.reason')}
          value={draft.value.reason}
          onChange={(words) => draft.put('reason', words)}
          limit={LIMITS.reason}
          error={operation.fields.reason}
        />
      )}
    </VerbDialog>
  );
}
