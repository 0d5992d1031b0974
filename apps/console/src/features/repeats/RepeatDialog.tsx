import { LIMITS } from '@closeout/domain/limits';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { RepeatKind } from '../../gql/graphql.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';

const RepeatChoicesDocument = graphql(`
  query RepeatChoices($findingId: ID!) {
    repeatSuggestions(findingId: $findingId) {
      kind
      likeness
      finding {
        id
        refNo
        title
      }
    }
  }
`);

const NoteRepeat = graphql(`
  mutation NoteRepeat($input: NoteRepeatInput!) {
    noteRepeat(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const KINDS = ['WITHIN_CYCLE', 'ACROSS_ROUNDS', 'RELAPSE'] as const satisfies readonly RepeatKind[];

/** Notes that a finding repeats an earlier one: one of the suggested, or words that say where it stood. */
export function RepeatDialog({ id, seq, onClose }: { id: string; seq: number; onClose: () => void }) {
  const { t } = useTranslation();
  const { data } = useQuery(RepeatChoicesDocument, { variables: { findingId: id }, fetchPolicy: 'network-only' });
  const [kind, setKind] = useState<RepeatKind | null>(null);
  const [earlierId, setEarlierId] = useState<string | null>(null);
  const [words, setWords] = useState('');
  const operation = useOperation(NoteRepeat);
  const suggested = data?.repeatSuggestions ?? [];
  const choose = (chosen: string | null) => {
    setEarlierId(chosen);
    setKind(suggested.find((each) => each.finding.id === chosen)?.kind ?? kind);
  };
  const submit = async () => {
    if (kind === null) return;
    const earlierText = earlierId ? null : words.trim() || null;
    if (!(await operation.run({ input: { findingId: id, kind, earlierId, earlierText } }))) return;
    toast(t('repeat.noted'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('repeat.noteTitle', { number: seq })}
      verb={t('repeat.note')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['kind', 'earlierId', 'earlierText']}
      off={kind === null || (!earlierId && words.trim() === '') ? t('repeat.first') : null}
    >
      {suggested.length > 0 && (
        <SelectField
          label={t('repeat.earlier')}
          hint={t('repeat.suggested')}
          optional
          emptyLabel={t('repeat.elsewhere')}
          value={earlierId}
          onChange={choose}
          options={suggested.map((each) => ({
            value: each.finding.id,
            label: `${each.finding.refNo} ${each.finding.title} · ${Math.round(each.likeness * 100)} %`,
          }))}
          error={operation.fields.earlierId}
        />
      )}
      {!earlierId && (
        <TextArea
          label={t('repeat.words')}
          hint={t('repeat.wordsHint')}
          value={words}
          onChange={setWords}
          limit={LIMITS.title}
          rows={2}
          error={operation.fields.earlierText}
        />
      )}
      <ChoiceField
        label={t('repeat.kind')}
        value={kind}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, label: t(`vocabulary.repeatKind.${value}`) }))}
      />
    </VerbDialog>
  );
}
