import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { MissingCode } from '../../gql/graphql.ts';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { toast } from '../../ui/toast-store.ts';
import { ChangeSummary } from './ChangeSummary.tsx';
import { PhraseArea } from './PhraseArea.tsx';
import { phrasesOf } from './phrases.ts';

const SignDialogFragment = graphql(`
  fragment SignDialog_finding on Finding {
    id
    version
    seq
    transitions {
      verb
      to
      allowed
      reason
      missing {
        code
        subject
      }
    }
    pendingSubmission {
      id
      summary {
        evidencePending
      }
      ...ChangeSummary_submission
    }
  }
`);

const Sign = graphql(`
  mutation Sign($input: SignInput!) {
    sign(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type Judged = readonly { verb: string; reason?: string | null; missing: readonly { code: MissingCode }[] }[];

/** The last signature waits only for evidence that the signer may accept together with it. */
export function onlyEvidenceToAccept(transitions: Judged): boolean {
  const missing = transitions.find((each) => each.verb === 'sign' && each.reason === 'MISSING')?.missing ?? [];
  return missing.length > 0 && missing.every((item) => item.code === 'EVIDENCE_ACCEPTED');
}

type SignDialogProps = {
  finding: FragmentType<typeof SignDialogFragment>;
  onClose: () => void;
  /** After the server has said yes: the inbox goes on to the next. */
  onDone?: () => void;
};

/** Signs the current step: what changed, an opinion, and the evidence accepted at once. Never optimistic. */
export function SignDialog({ finding: masked, onClose, onDone }: SignDialogProps) {
  const { t } = useTranslation();
  const finding = readFragment(SignDialogFragment, masked);
  const submission = finding.pendingSubmission;
  const pending = submission?.summary.evidencePending ?? 0;
  const needed = onlyEvidenceToAccept(finding.transitions);
  const [accept, setAccept] = useState(needed);
  const draft = useDraft(`sign:${submission?.id ?? finding.id}`, { opinion: '' });
  const navigate = useNavigate();
  const operation = useOperation(Sign);
  const closes = finding.transitions.some((each) => each.verb === 'sign' && each.to === 'CLOSED');
  const submit = async () => {
    const opinion = draft.value.opinion.trim() || null;
    const input = { findingId: finding.id, version: finding.version, opinion, acceptEvidence: pending > 0 && accept };
    const answer = await operation.run({ input });
    if (!answer) return;
    draft.clear();
    toast(t(closes ? 'signing.done.closed' : 'signing.done.signed', { number: finding.seq }));
    onClose();
    if (onDone) onDone();
    // Whoever saw it only while it waited for him has nothing left to look at.
    else if (!answer.finding) void navigate({ to: '/inbox' });
  };
  return (
    <VerbDialog
      title={t(closes ? 'signing.titleClosing' : 'signing.title', { number: finding.seq })}
      verb={t(closes ? 'signing.signAndClose' : 'signing.sign')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['opinion']}
      draft={draft}
      off={needed && !accept ? t('signing.acceptFirst') : null}
    >
      {submission && <ChangeSummary submission={submission} />}
      {pending > 0 && (
        <CheckBox
          label={t('signing.acceptEvidence', { count: pending })}
          hint={t('signing.acceptHint')}
          checked={accept}
          onChange={setAccept}
        />
      )}
      <PhraseArea
        label={t('signing.opinion')}
        optional
        value={draft.value.opinion}
        onChange={(opinion) => draft.put('opinion', opinion)}
        phrases={phrasesOf(t, 'agree')}
        limit={LIMITS.opinion}
        error={operation.fields.opinion}
      />
    </VerbDialog>
  );
}
