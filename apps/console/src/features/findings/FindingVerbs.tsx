import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { blockedReason } from '../../forms/missing.ts';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { FindingVerb } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import button from '../../ui/Button.module.css';
import { onlyEvidenceToAccept, SignDialog } from '../signoff/SignDialog.tsx';
import { ReturnDialog } from '../signoff/ReturnDialog.tsx';
import { ContinuationDialog } from '../signoff/ContinuationDialog.tsx';
import { SubmitDialog } from '../signoff/SubmitDialog.tsx';
import { PaperSignatureDialog } from '../signoff/PaperSignatureDialog.tsx';
import { ReopenDialog } from '../rechecks/ReopenDialog.tsx';
import { ReviewSubmissionDialog } from '../reviews/ReviewSubmissionDialog.tsx';
import { Blockers } from './Blockers.tsx';
import { ClaimDialog } from './ClaimDialog.tsx';
import { useSimpleVerb, type SimpleVerb } from './simple-verbs.ts';
import css from './FindingVerbs.module.css';

export const FindingVerbsFragment = graphql(`
  fragment FindingVerbs_finding on Finding {
    id
    version
    state
    transitions {
      verb
      allowed
      reason
      missing {
        code
        count
        subject
      }
    }
    ...Blockers_finding
    ...SignDialog_finding
    ...ReturnDialog_finding
    ...SubmitDialog_finding
    ...ContinuationDialog_finding
    ...PaperSignatureDialog_finding
    ...ClaimDialog_finding
    ...ReopenDialog_finding
    ...ReviewSubmissionDialog_finding
  }
`);

/** The verbs that move the whole finding, the likeliest next step last; the others stand beside what they change. */
const IN_ORDER = [
  'reviewSubmission',
  'recordPaperSignature',
  'withdraw',
  'returnFinding',
  'submitForContinuation',
  'resume',
  'reopen',
  'takeOver',
  'confirmLeader',
  'claim',
  'submit',
  'sign',
] as const satisfies readonly FindingVerb[];
type HeaderVerb = (typeof IN_ORDER)[number];

const SIMPLE: readonly string[] = ['takeOver', 'confirmLeader', 'withdraw', 'resume'] satisfies SimpleVerb[];
/** Never the dark button: a step back, or aside. */
const ASIDE: readonly string[] = [
  'reviewSubmission',
  'recordPaperSignature',
  'withdraw',
  'returnFinding',
  'submitForContinuation',
  'resume',
  'reopen',
];

type Transitions = { verb: FindingVerb; allowed: boolean; reason?: string | null }[];

/** What the server lists and is worth a button: nobody is offered a signature that is another person's turn. */
function offered(transitions: Transitions): HeaderVerb[] {
  return IN_ORDER.filter((verb) => {
    const found = transitions.find((each) => each.verb === verb);
    if (!found || found.reason === 'FORBIDDEN') return false;
    if (found.allowed) return true;
    if (verb === 'returnFinding' || verb === 'recordPaperSignature') return false;
    return !['NOT_YOUR_STEP', 'ALREADY_REVIEWED', 'ALREADY_CONFIRMED'].includes(found.reason ?? '');
  });
}

/** The buttons of the page's head, each disabled one with its blockers named and linked to their places. */
export function FindingVerbs({ finding: masked }: { finding: FragmentType<typeof FindingVerbsFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(FindingVerbsFragment, masked);
  const [open, setOpen] = useState<HeaderVerb | null>(null);
  const simple = useSimpleVerb();
  const verbs = offered(finding.transitions);
  const next = [...verbs].reverse().find((verb) => !ASIDE.includes(verb)) ?? null;
  const press = (verb: HeaderVerb) => {
    if (SIMPLE.includes(verb)) void simple.run(verb as SimpleVerb, finding);
    else setOpen(verb);
  };
  const offOf = (verb: HeaderVerb) =>
    verb === 'sign' && onlyEvidenceToAccept(finding.transitions) ? null : blockedReason(t, finding.transitions, verb);
  const missing = (verb: HeaderVerb) =>
    (finding.transitions.find((each) => each.verb === verb)?.missing.length ?? 0) > 0;
  const close = () => setOpen(null);
  return (
    <div className={`${css.verbs} no-print`}>
      <div className={css.buttons}>
        <Link to="/findings/$findingId/sheet" params={{ findingId: finding.id }} className={button.button}>
          {t('finding.printSheet')}
        </Link>
        {verbs.map((verb) => (
          <Button
            key={verb}
            look={verb === next ? 'ink' : 'plain'}
            off={offOf(verb)}
            offQuietly={missing(verb)}
            busy={simple.running === verb}
            onClick={() => press(verb)}
          >
            {t(`vocabulary.findingVerb.${verb}`)}
          </Button>
        ))}
      </div>
      <Blockers finding={finding} verbs={verbs.filter((verb) => offOf(verb) && missing(verb))} />
      <OperationErrors operation={simple.state} />
      {open === 'sign' && <SignDialog finding={finding} onClose={close} />}
      {open === 'returnFinding' && <ReturnDialog finding={finding} onClose={close} />}
      {open === 'submit' && <SubmitDialog finding={finding} onClose={close} />}
      {open === 'submitForContinuation' && <ContinuationDialog finding={finding} onClose={close} />}
      {open === 'recordPaperSignature' && <PaperSignatureDialog finding={finding} onClose={close} />}
      {open === 'reopen' && <ReopenDialog finding={finding} onClose={close} />}
      {open === 'reviewSubmission' && <ReviewSubmissionDialog finding={finding} onClose={close} />}
      {open === 'claim' && <ClaimDialog finding={finding} onClose={close} />}
    </div>
  );
}
