import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { today } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { ComboField } from '../../ui/ComboField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { FilesField } from '../evidence/FilesField.tsx';
import { useFiles } from '../evidence/use-files.ts';
import { usePeopleOptions } from '../findings/people-options.ts';

const PaperSignatureDialogFragment = graphql(`
  fragment PaperSignatureDialog_finding on Finding {
    id
    version
    seq
    body {
      id
    }
    pendingSubmission {
      id
      currentStep {
        id
        kind
        holderNames
      }
    }
  }
`);

const RecordPaperSignature = graphql(`
  mutation RecordPaperSignature($input: RecordPaperSignatureInput!) {
    recordPaperSignature(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 登记纸质签批: the scanned form goes up first, then who signed, when, and what he wrote. */
export function PaperSignatureDialog(props: {
  finding: FragmentType<typeof PaperSignatureDialogFragment>;
  onClose: () => void;
  onDone?: () => void;
}) {
  const { t } = useTranslation();
  const finding = readFragment(PaperSignatureDialogFragment, props.finding);
  const step = finding.pendingSubmission?.currentStep;
  const { persons, loading } = usePeopleOptions(finding.body.id);
  const holders = persons.filter((person) => step?.holderNames.includes(person.label));
  const [chosen, setChosen] = useState<string | null>(null);
  const [signedOn, setSignedOn] = useState<string | null>(today());
  const [opinion, setOpinion] = useState('');
  const files = useFiles();
  const operation = useOperation(RecordPaperSignature);
  const signerId = chosen ?? (holders.length === 1 ? (holders[0]?.id ?? null) : null);
  const off = () => {
    if (files.items.length === 0) return t('signing.scanFirst');
    if (signerId === null) return t('signing.signerFirst');
    return signedOn === null ? t('signing.dayFirst') : null;
  };
  const submit = async () => {
    const [scan] = files.items;
    if (!scan || signerId === null || signedOn === null) return;
    const scanId = files.storedIds[0] ?? (await files.sendOne(scan.id, { findingId: finding.id }, 'SIGNED_FORM'));
    if (!scanId) return;
    const input = { findingId: finding.id, version: finding.version, scanId, signerId, signedOn };
    if (!(await operation.run({ input: { ...input, opinion: opinion.trim() || null } }))) return;
    toast(t('signing.done.signed', { number: finding.seq }));
    props.onClose();
    props.onDone?.();
  };
  return (
    <VerbDialog
      title={t('signing.paperTitle', { number: finding.seq })}
      verb={t('vocabulary.findingVerb.recordPaperSignature')}
      operation={operation}
      onSubmit={submit}
      onClose={props.onClose}
      fields={['signerId', 'signedOn', 'opinion', 'scanId']}
      off={off()}
    >
      <p>{t('signing.paperText', { step: step ? t(`vocabulary.signoffStepKind.${step.kind}`) : '—' })}</p>
      <FilesField label={t('signing.scan')} files={files} error={operation.fields.scanId} />
      <ComboField
        key={persons.length}
        loading={loading}
        label={t('signing.signer')}
        value={signerId}
        onChange={setChosen}
        options={[...holders, ...persons.filter((person) => !holders.includes(person))]}
        error={operation.fields.signerId}
      />
      <DateField
        label={t('signing.signedOn')}
        value={signedOn}
        onChange={setSignedOn}
        error={operation.fields.signedOn}
      />
      <TextField
        label={t('signing.opinion')}
        optional
        maxLength={LIMITS.opinion}
        value={opinion}
        onChange={setOpinion}
        error={operation.fields.opinion}
      />
    </VerbDialog>
  );
}
