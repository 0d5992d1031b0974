import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { FilingPage_FilingFragment, FilingVerb } from '../../gql/graphql.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import { filingTitle } from './filing-words.ts';

const FileFiling = graphql(`
  mutation FileFiling($input: FilingInput!) {
    fileFiling(input: $input) {
      filing {
        id
        ...FilingPage_filing
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const ReceiveFiling = graphql(`
  mutation ReceiveFiling($input: FilingInput!) {
    receiveFiling(input: $input) {
      filing {
        id
        ...FilingPage_filing
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const DeclineFiling = graphql(`
  mutation DeclineFiling($input: FilingReasonInput!) {
    declineFiling(input: $input) {
      filing {
        id
        ...FilingPage_filing
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const ReturnFiling = graphql(`
  mutation ReturnFiling($input: FilingReasonInput!) {
    returnFiling(input: $input) {
      filing {
        id
        ...FilingPage_filing
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const AcceptFiling = graphql(`
  mutation AcceptFiling($input: AcceptFilingInput!) {
    acceptFiling(input: $input) {
      filing {
        id
        ...FilingPage_filing
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type Handled = Exclude<FilingVerb, 'prepareFiling' | 'reviewFiling'>;
const LISTS = ['FilingsPage'];

/** The mutation of each verb; a verb with words asks for them. */
function useVerb(verb: Handled) {
  const operations = {
    fileFiling: useOperation(FileFiling, LISTS),
    receiveFiling: useOperation(ReceiveFiling, LISTS),
    declineFiling: useOperation(DeclineFiling, LISTS),
    returnFiling: useOperation(ReturnFiling, LISTS),
    acceptFiling: useOperation(AcceptFiling, LISTS),
  };
  const run = async (seen: { filingId: string; version: number }, words: string): Promise<boolean> => {
    switch (verb) {
      case 'fileFiling':
      case 'receiveFiling':
        return (await operations[verb].run({ input: seen })) !== null;
      case 'acceptFiling':
        return (await operations[verb].run({ input: { ...seen, opinion: words || null } })) !== null;
      default:
        return (await operations[verb].run({ input: { ...seen, reason: words } })) !== null;
    }
  };
  return { operation: operations[verb], run };
}

const NEEDS_REASON: readonly Handled[] = ['declineFiling', 'returnFiling'];

/** One verb of a filing: what it does in a sentence, and its words where it has some. */
export function FilingVerbDialog(props: { verb: Handled; filing: FilingPage_FilingFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const { verb, filing, onClose } = props;
  const { standing } = filing;
  const draft = useDraft(`filing:${verb}:${filing.id}:${standing.version}`, { words: '' });
  const { operation, run } = useVerb(verb);
  const reason = NEEDS_REASON.includes(verb);
  const words = draft.value.words.trim();
  const submit = async () => {
    if (!(await run({ filingId: filing.id, version: standing.version! }, words))) return;
    draft.clear();
    toast(t(`filing.done.${verb}`));
    onClose();
  };
  return (
    <VerbDialog
      title={t('filing.verbTitle', { verb: t(`vocabulary.filingVerb.${verb}`), paper: filingTitle(t, standing) })}
      verb={t(`vocabulary.filingVerb.${verb}`)}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['reason', 'opinion']}
      draft={draft}
      grave={reason}
      off={reason && words === '' ? t('filing.reasonFirst') : null}
    >
      <p>{t(`filing.verbText.${verb}`)}</p>
      {(reason || verb === 'acceptFiling') && (
        <TextArea
          label={t(reason ? 'filing.reason' : 'filing.opinion')}
          optional={!reason}
          value={draft.value.words}
          onChange={(text) => draft.put('words', text)}
          limit={reason ? LIMITS.reason : LIMITS.opinion}
          error={operation.fields[reason ? 'reason' : 'opinion']}
        />
      )}
    </VerbDialog>
  );
}
