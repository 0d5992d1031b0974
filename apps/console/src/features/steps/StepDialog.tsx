import { LIMITS } from '@closeout/domain/limits';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { StepsPart_InspectionFragment } from '../../gql/graphql.ts';
import { ComboField } from '../../ui/ComboField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';

const RecordStep = graphql(`
  mutation RecordStep($input: RecordStepInput!) {
    recordStep(input: $input) {
      inspection {
        ...InspectionFacts_inspection
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** Meetings, documents and files of the body: what proves a step. */
const StepPiecesDocument = graphql(`
  query StepPieces($bodyId: String!) {
    evidence(first: 100, filter: { bodyId: $bodyId, kind: [MEETING, DOCUMENT, FILE] }) {
      edges {
        node {
          id
          pieceNumber
          title
          date {
            on
          }
        }
      }
    }
  }
`);

type Step = StepsPart_InspectionFragment['prescribedSteps'][number];
type StepDialogProps = { inspection: { id: string; bodyId: string }; step: Step; onClose: () => void };

/** When a step was done and what proves it; an empty date says that it was not done after all. */
export function StepDialog({ inspection, step, onClose }: StepDialogProps) {
  const { t } = useTranslation();
  const draft = useDraft(`step:${inspection.id}:${step.code}:${step.version}`, {
    on: step.date?.on ?? null,
    to: step.date?.to ?? null,
    text: step.date?.text ?? '',
    proof: step.proof ?? '',
    evidenceId: step.evidenceId ?? null,
  });
  const { data, loading } = useQuery(StepPiecesDocument, { variables: { bodyId: inspection.bodyId } });
  const operation = useOperation(RecordStep);
  const { on, to, text, proof, evidenceId } = draft.value;
  const pieces = (data?.evidence.edges ?? []).map(({ node }) => ({
    id: node.id,
    label: `${node.pieceNumber} ${node.title}`,
    detail: node.date.on ?? undefined,
  }));
  const submit = async () => {
    const date = on === null && text.trim() === '' ? null : { on, to, text: text.trim() || null };
    const which = { inspectionId: inspection.id, code: step.code, version: step.version };
    const what = { proof: proof.trim() || null, evidenceId };
    if (!(await operation.run({ input: { ...which, date, ...what } }))) return;
    draft.clear();
    toast(t('step.saved'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('step.title', { step: t(`vocabulary.prescribedStepCode.${step.code}`) })}
      verb={t('ui.save')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      draft={draft}
      fields={['date.on', 'date.to', 'date.text', 'proof', 'evidenceId']}
    >
      <DateField
        label={t('step.doneOn')}
        hint={step.done ? t('step.emptyHint') : undefined}
        value={on}
        onChange={(day) => draft.put('on', day)}
        error={operation.fields['date.on']}
      />
      <DateField
        label={t('step.doneTo')}
        optional
        value={to}
        onChange={(day) => draft.put('to', day)}
        error={operation.fields['date.to']}
      />
      <TextField
        label={t('piece.field.dateText')}
        hint={t('piece.dateTextHint')}
        optional
        value={text}
        onChange={(words) => draft.put('text', words)}
        maxLength={LIMITS.name}
        error={operation.fields['date.text']}
      />
      <ComboField
        key={`pieces ${pieces.length}`}
        loading={loading}
        label={t('step.evidence')}
        optional
        value={evidenceId}
        onChange={(id) => draft.put('evidenceId', id)}
        options={pieces}
        error={operation.fields.evidenceId}
      />
      <TextArea
        label={t('step.proof')}
        hint={t('step.proofHint')}
        optional
        value={proof}
        onChange={(words) => draft.put('proof', words)}
        limit={LIMITS.text}
        rows={2}
        error={operation.fields.proof}
      />
    </VerbDialog>
  );
}
