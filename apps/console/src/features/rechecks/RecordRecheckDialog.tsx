import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { DrawSheet_DrawFragment, DrawStage, RecheckOutcome } from '../../gql/graphql.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';

const RecordRecheck = graphql(`
  mutation RecordRecheck($input: RecordRecheckInput!) {
    recordRecheck(input: $input) {
      draw {
        id
        ...DrawSheet_draw
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const EMPTY = { outcome: null as RecheckOutcome | null, note: '', dueOn: null as string | null };

/** What the check found; a failed one reopens the closed finding, so it asks why and until when, or returns the one under review. */
export function RecordRecheckDialog(props: {
  check: DrawSheet_DrawFragment['checks'][number];
  stage: DrawStage;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { check, stage, onClose } = props;
  const draft = useDraft(`recheck:${check.id}`, EMPTY);
  const operation = useOperation(RecordRecheck);
  const { outcome, note, dueOn } = draft.value;
  const failed = outcome === 'FAILED';
  const reopens = failed && stage === 'CLOSED';
  const submit = async () => {
    if (outcome === null) return;
    const input = { recheckId: check.id, version: check.version, outcome, note: note.trim() || null };
    if (!(await operation.run({ input: { ...input, dueOn: reopens ? dueOn : null } }))) return;
    draft.clear();
    toast(t(`recheck.done.${!failed ? 'passed' : reopens ? 'failed' : 'returned'}`));
    onClose();
  };
  const complete = outcome !== null && (!failed || note.trim() !== '') && (!reopens || dueOn !== null);
  return (
    <VerbDialog
      title={t('recheck.recordTitle', { number: check.finding ? check.finding.seq : check.refNo })}
      verb={t(!failed ? 'recheck.record' : reopens ? 'recheck.failAndReopen' : 'recheck.failAndReturn')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['outcome', 'note', 'dueOn']}
      draft={draft}
      grave={failed}
      off={complete ? null : t(stage === 'CLOSED' ? 'recheck.recordFirst' : 'recheck.recordReturnFirst')}
    >
      <ChoiceField
        label={t('recheck.outcome')}
        value={outcome}
        onChange={(value) => draft.put('outcome', value)}
        options={(['PASSED', 'FAILED'] as const).map((value) => ({
          value,
          label: t(`vocabulary.recheckOutcome.${value}`),
        }))}
      />
      <TextArea
        label={t('recheck.note')}
        hint={failed ? t(reopens ? 'recheck.failHint' : 'recheck.returnHint') : undefined}
        optional={!failed}
        value={note}
        onChange={(words) => draft.put('note', words)}
        limit={LIMITS.reason}
        error={operation.fields.note}
      />
      {reopens && (
        <DateField
          label={t('recheck.newDay')}
          value={dueOn}
          onChange={(day) => draft.put('dueOn', day)}
          error={operation.fields.dueOn}
        />
      )}
    </VerbDialog>
  );
}
