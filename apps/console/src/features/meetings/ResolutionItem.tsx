import { useTranslation } from 'react-i18next';
import { blockedReason } from '../../forms/missing.ts';
import { graphql } from '../../gql/index.ts';
import type { ResolutionItem_FindingFragment } from '../../gql/graphql.ts';
import css from './Meetings.module.css';

export const ResolutionItemFragment = graphql(`
  fragment ResolutionItem_finding on Finding {
    id
    version
    seq
    title
    transitions {
      verb
      to
      allowed
      reason
      missing {
        code
        count
        subject
      }
    }
    pendingSubmission {
      id
      purpose
      currentStep {
        id
        kind
      }
    }
  }
`);

export type ResolutionFinding = ResolutionItem_FindingFragment;

/** What the server judges of a resolution here: offered at all, and if not now, what is missing. */
export const resolutionOf = (finding: ResolutionFinding) =>
  finding.transitions.find((each) => each.verb === 'recordResolution' && each.reason !== 'FORBIDDEN');

/** At the step that a meeting can sign, whether or not something is still missing. */
export const isAtMeeting = (finding: ResolutionFinding): boolean => {
  const kind = finding.pendingSubmission?.currentStep?.kind;
  return resolutionOf(finding) !== undefined && (kind === 'SECRETARY' || kind === 'RESOLUTION');
};

export const isResolvable = (finding: ResolutionFinding): boolean => resolutionOf(finding)?.allowed === true;

type ResolutionItemProps = {
  finding: ResolutionFinding;
  ticked: boolean;
  onTick: (ticked: boolean) => void;
  refusal: string | undefined;
};

/** One finding before the meeting: tick it, or read what it still needs. */
export function ResolutionItem({ finding, ticked, onTick, refusal }: ResolutionItemProps) {
  const { t } = useTranslation();
  const blocked = blockedReason(t, finding.transitions, 'recordResolution');
  const purpose = finding.pendingSubmission?.purpose;
  return (
    <li>
      <label className={css.item}>
        <input
          type="checkbox"
          checked={ticked}
          disabled={Boolean(blocked)}
          onChange={(event) => onTick(event.target.checked)}
        />
        <span className={css.seq}>{finding.seq}</span>
        <span>{finding.title}</span>
        <span className={css.quiet}>{purpose && t(`vocabulary.submissionPurpose.${purpose}`)}</span>
        {blocked && !refusal && <span className={css.missing}>{blocked}</span>}
        {refusal && <span className={css.refusal}>{refusal}</span>}
      </label>
    </li>
  );
}
