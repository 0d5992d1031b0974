import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../forms/ReasonDialog.tsx';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { PaperKind } from '../../gql/graphql.ts';
import { DateField } from '../../ui/DateField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';

const RecordPaper = graphql(`
  mutation RecordPaper($input: RecordPaperInput!) {
    recordPaper(input: $input) {
      paper {
        id
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const RemovePaper = graphql(`
  mutation RemovePaper($input: RemovePaperInput!) {
    removePaper(input: $input) {
      removedId
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const AFTERWARDS = ['Papers'];
const PAPER_KINDS = ['DISCIPLINE', 'PROCURATORATE', 'COURT', 'AUDIT', 'OTHER'] as const;
const EMPTY = { kind: 'DISCIPLINE' as PaperKind, issuer: '', number: '', issuedOn: null as string | null, subject: '' };

/** 登记外来文书: who issued it, its number and day, what it is about; scans are added once it is there. */
export function RecordPaperDialog({ inspectionId, onClose }: { inspectionId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft(`paper:${inspectionId}`, EMPTY);
  const operation = useOperation(RecordPaper, AFTERWARDS);
  const { kind, issuer, number, issuedOn, subject } = draft.value;
  const submit = async () => {
    if (issuedOn === null) return;
    if (!(await operation.run({ input: { inspectionId, kind, issuer, number, issuedOn, subject } }))) return;
    draft.clear();
    toast(t('notice.done.recorded'));
    onClose();
  };
  const complete = [issuer, number, subject].every((words) => words.trim() !== '') && issuedOn !== null;
  return (
    <VerbDialog
      title={t('notice.recordPaper')}
      verb={t('notice.record')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['issuer', 'number', 'issuedOn', 'subject']}
      draft={draft}
      off={complete ? null : t('notice.paperFirst')}
    >
      <SelectField
        label={t('notice.paperKind')}
        emptyLabel={t('notice.paperKind')}
        value={kind}
        onChange={(value) => value && draft.put('kind', value)}
        options={PAPER_KINDS.map((value) => ({ value, label: t(`vocabulary.paperKind.${value}`) }))}
      />
      <TextField
        label={t('notice.issuer')}
        value={issuer}
        onChange={(words) => draft.put('issuer', words)}
        error={operation.fields.issuer}
      />
      <TextField
        label={t('notice.paperNumber')}
        value={number}
        onChange={(words) => draft.put('number', words)}
        error={operation.fields.number}
      />
      <DateField
        label={t('notice.issuedOn')}
        value={issuedOn}
        onChange={(day) => draft.put('issuedOn', day)}
        error={operation.fields.issuedOn}
      />
      <TextField
        label={t('notice.subject')}
        value={subject}
        onChange={(words) => draft.put('subject', words)}
        error={operation.fields.subject}
      />
    </VerbDialog>
  );
}

type RemovePaperDialogProps = { paper: { id: string; version: number; number: string }; onClose: () => void };

/** Takes a paper out that was entered by mistake; the trail keeps it. */
export function RemovePaperDialog({ paper, onClose }: RemovePaperDialogProps) {
  const { t } = useTranslation();
  const operation = useOperation(RemovePaper, AFTERWARDS);
  return (
    <ReasonDialog
      about={`remove:${paper.id}`}
      title={t('notice.removeTitle', { number: paper.number })}
      verb={t('notice.removePaper')}
      label={t('notice.removeReason')}
      reasonFirst={t('notice.reasonFirst')}
      done={t('notice.done.removed')}
      operation={operation}
      run={(reason) => operation.run({ input: { paperId: paper.id, version: paper.version, reason } })}
      onClose={onClose}
    />
  );
}
