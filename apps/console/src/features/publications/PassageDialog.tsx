import { LIMITS } from '@closeout/domain/limits';
import { PASSAGE_DECISIONS, WITHHOLDING_GROUNDS } from '@closeout/domain/vocabulary';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment } from '../../gql/index.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import { PublicationFragment, seen, type PassageData, type PublicationData } from './publication-fragment.ts';

const EditPassage = graphql(`
  mutation EditPassage($input: EditPassageInput!) {
    editPassage(input: $input) {
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
const DecidePassage = graphql(`
  mutation DecidePassage($input: DecidePassageInput!) {
    decidePassage(input: $input) {
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

type Props = { publication: PublicationData; passage: PassageData; onClose: () => void };

/** Writes what differs: first the internal text, then the decision, each on the version that the one before left. */
function useWrite({ publication, passage }: Pick<Props, 'publication' | 'passage'>) {
  const edit = useOperation(EditPassage);
  const decide = useOperation(DecidePassage);
  type Values = Pick<PassageData, 'decision' | 'ground' | 'replacement'> & { text: string };
  const run = async ({ text, ...decision }: Values): Promise<boolean> => {
    let base = seen(publication);
    if (text !== passage.internal) {
      const payload = await edit.run({ input: { ...base, key: passage.key, text } });
      if (!payload?.publication) return false;
      base = seen(readFragment(PublicationFragment, payload.publication));
    }
    return (await decide.run({ input: { ...base, key: passage.key, ...decision } })) !== null;
  };
  const busy = edit.busy || decide.busy;
  const failed = edit.errors.length > 0 || edit.fault ? edit : decide;
  return { run, operation: { ...failed, busy, reset: () => (edit.reset(), decide.reset()) } };
}

/** One passage: its internal words, and what becomes of it in public, on which ground. */
export function PassageDialog({ publication, passage, onClose }: Props) {
  const { t } = useTranslation();
  const draft = useDraft(`publication:${publication.id}:${passage.key}:${publication.version}`, {
    text: passage.internal,
    decision: passage.decision,
    ground: passage.ground,
    replacement: passage.replacement ?? '',
  });
  const { text, decision, ground, replacement } = draft.value;
  const { run, operation } = useWrite({ publication, passage });
  const submit = async () => {
    const values = {
      text,
      decision,
      ground: decision === 'KEEP' ? null : ground,
      replacement: decision === 'REPLACE' ? replacement : null,
    };
    if (!(await run(values))) return;
    draft.clear();
    toast(t('publication.done.decidePassage'));
    onClose();
  };
  const off =
    decision !== 'KEEP' && ground === null
      ? t('publication.groundFirst')
      : decision === 'REPLACE' && replacement.trim() === ''
        ? t('publication.replacementFirst')
        : null;
  return (
    <VerbDialog
      title={t('publication.passage')}
      verb={t('publication.save')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['text', 'ground', 'replacement']}
      draft={draft}
      off={off}
      shape="wide"
    >
      <TextArea
        label={t('publication.internal')}
        hint={t('publication.internalHint')}
        value={text}
        onChange={(words) => draft.put('text', words)}
        limit={LIMITS.text}
        error={operation.fields.text}
      />
      <ChoiceField
        label={t('publication.public')}
        value={decision}
        onChange={(next) => draft.put('decision', next)}
        options={PASSAGE_DECISIONS.map((value) => ({ value, label: t(`vocabulary.passageDecision.${value}`) }))}
      />
      {decision !== 'KEEP' && (
        <SelectField
          label={t('publication.ground')}
          emptyLabel={t('publication.chooseGround')}
          value={ground}
          onChange={(next) => draft.put('ground', next)}
          options={WITHHOLDING_GROUNDS.map((value) => ({ value, label: t(`vocabulary.withholdingGround.${value}`) }))}
          error={operation.fields.ground}
        />
      )}
      {decision === 'REPLACE' && (
        <TextArea
          label={t('publication.replacement')}
          hint={t('publication.replacementHint')}
          value={replacement}
          onChange={(words) => draft.put('replacement', words)}
          limit={LIMITS.text}
          error={operation.fields.replacement}
        />
      )}
    </VerbDialog>
  );
}
