import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { PartyKind, PartyPart_PartyFragment, PointOutcome } from '../../gql/graphql.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';

const NoteParty = graphql(`
  mutation NoteParty($input: NotePartyInput!) {
    noteParty(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const KINDS: readonly PartyKind[] = ['COMPANY', 'PERSON', 'OTHER'];
const OUTCOMES: readonly PointOutcome[] = ['DONE', 'CONTINUING', 'NOT_DONE', 'UNTRACEABLE_REGULATED'];

type PartyDialogProps = {
  finding: { id: string; seq: number };
  /** The one to change; null: a new one. */
  party: PartyPart_PartyFragment | null;
  onClose: () => void;
};

/** Somebody outside the body: who, what the finding says, how far it is, and the outcome. */
export function PartyDialog({ finding, party, onClose }: PartyDialogProps) {
  const { t } = useTranslation();
  const draft = useDraft(`party:${party?.id ?? finding.id}`, {
    kind: party?.kind ?? ('COMPANY' as PartyKind),
    name: party?.name ?? '',
    fact: party?.fact ?? '',
    progress: party?.progress ?? '',
    outcome: party?.outcome ?? null,
  });
  const operation = useOperation(NoteParty);
  const { kind, name, fact, progress, outcome } = draft.value;
  const submit = async () => {
    const words = { name: name.trim(), fact: fact.trim(), progress: progress.trim() || null };
    const which = { findingId: finding.id, partyId: party?.id ?? null, version: party?.version ?? null };
    if (!(await operation.run({ input: { ...which, kind, ...words, outcome } }))) return;
    draft.clear();
    toast(t('party.saved'));
    onClose();
  };
  return (
    <VerbDialog
      title={t(party ? 'party.changeTitle' : 'party.addTitle', { number: finding.seq })}
      verb={t('ui.save')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      draft={draft}
      fields={['kind', 'name', 'fact', 'progress', 'outcome']}
      off={name.trim() === '' || fact.trim() === '' ? t('party.first') : null}
    >
      <ChoiceField
        label={t('party.kind')}
        value={kind}
        onChange={(next) => draft.put('kind', next)}
        options={KINDS.map((value) => ({ value, label: t(`vocabulary.partyKind.${value}`) }))}
      />
      <TextField
        label={t('party.name')}
        hint={t('party.nameHint')}
        value={name}
        onChange={(words) => draft.put('name', words)}
        maxLength={LIMITS.title}
        error={operation.fields.name}
      />
      <TextArea
        label={t('party.fact')}
        value={fact}
        onChange={(words) => draft.put('fact', words)}
        limit={LIMITS.text}
        rows={2}
        error={operation.fields.fact}
      />
      <TextArea
        label={t('party.progress')}
        optional
        value={progress}
        onChange={(words) => draft.put('progress', words)}
        limit={LIMITS.text}
        rows={2}
        error={operation.fields.progress}
      />
      <SelectField
        label={t('finding.result')}
        optional
        emptyLabel={t('finding.noOutcome')}
        value={outcome}
        onChange={(next) => draft.put('outcome', next)}
        options={OUTCOMES.map((value) => ({ value, label: t(`vocabulary.pointOutcome.${value}`) }))}
        error={operation.fields.outcome}
      />
    </VerbDialog>
  );
}
