import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime, deadline as deadlineWords } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { FindingVerb, PeoplePanel_FindingFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { reasonWords } from '../rounds/reason-words.ts';
import { State, type Tone } from '../../ui/State.tsx';
import { AssignDialog } from './AssignDialog.tsx';
import { HandlerDialog } from './ClaimDialog.tsx';
import { DepartmentsDialog } from './DepartmentsDialog.tsx';
import { WorkingDays } from './WorkingDays.tsx';
import { Panel } from './Panel.tsx';
import css from './PeoplePanel.module.css';

const PeoplePanelFragment = graphql(`
  fragment PeoplePanel_finding on Finding {
    viewerCan
    state
    leaderConfirmedAt
    leader {
      id
      title
      holder {
        id
        name
      }
    }
    leadDepartment {
      id
      name
    }
    supportingDepartments {
      id
      name
    }
    handler {
      id
      name
    }
    subjects {
      id
      name
    }
    deadline {
      daysLeft
      dueOn
      kind
      reason {
        rule
        amount
        unit
        from
      }
      text
      urgency
      workingDaysLeft
      restsOnDueDay
      assumedYears
    }
    ...AssignDialog_finding
    ...ClaimDialog_finding
    ...DepartmentsDialog_finding
  }
`);

const VERBS = ['assign', 'reassignDepartments', 'nameHandler'] as const satisfies readonly FindingVerb[];
type PeopleVerb = (typeof VERBS)[number];

/** Who answers for it and until when: leader with holder, departments, handler, the recused, the deadline with its reason. */
export function PeoplePanel({ finding: masked }: { finding: FragmentType<typeof PeoplePanelFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(PeoplePanelFragment, masked);
  const [open, setOpen] = useState<PeopleVerb | null>(null);
  const { leader } = finding;
  const departments = [
    finding.leadDepartment?.name ?? t('finding.none'),
    ...(finding.supportingDepartments.length > 0
      ? [finding.supportingDepartments.map((each) => each.name).join('、')]
      : []),
  ];
  const close = () => setOpen(null);
  return (
    <Panel title={t('finding.people')} id="people">
      <dl className={css.list}>
        <dt>{t('fields.leaderPostId')}</dt>
        <dd>
          {leader ? [leader.holder?.name ?? t('finding.vacant'), leader.title].join(' ') : t('finding.none')}
          {leader && <Confirmation at={finding.leaderConfirmedAt ?? null} recorded={finding.state === 'RECORDED'} />}
        </dd>
        <dt>{t(departments.length > 1 ? 'finding.leadAndSupporting' : 'fields.leadDepartmentId')}</dt>
        <dd>{departments.join(' / ')}</dd>
        <dt>{t('fields.handlerId')}</dt>
        <dd>{finding.handler?.name ?? t('finding.none')}</dd>
        {finding.subjects.length > 0 && (
          <>
            <dt>{t('finding.subjects')}</dt>
            <dd>{finding.subjects.map((each) => each.name).join('、')}</dd>
          </>
        )}
        <dt>{t('fields.dueOn')}</dt>
        <dd>
          <DeadlineWords finding={finding} />
        </dd>
      </dl>
      <div className={`${css.verbs} no-print`}>
        {VERBS.filter((verb) => finding.viewerCan.includes(verb)).map((verb) => (
          <Button key={verb} onClick={() => setOpen(verb)}>
            {t(`vocabulary.findingVerb.${verb}`)}
          </Button>
        ))}
      </div>
      {open === 'assign' && <AssignDialog finding={finding} onClose={close} />}
      {open === 'reassignDepartments' && <DepartmentsDialog finding={finding} onClose={close} />}
      {open === 'nameHandler' && <HandlerDialog finding={finding} onClose={close} />}
    </Panel>
  );
}

function Confirmation({ at, recorded }: { at: string | null; recorded: boolean }) {
  const { t } = useTranslation();
  if (recorded && !at) return null;
  return (
    <span className={at ? css.quiet : css.open} title={at ? dateTime(at) : undefined}>
      {' '}
      {t(at ? 'finding.confirmed' : 'finding.unconfirmed')}
    </span>
  );
}

const TONES: Record<PeoplePanel_FindingFragment['deadline']['urgency'], Tone> = {
  NONE: 'plain',
  ON_TIME: 'plain',
  GREEN: 'warn',
  YELLOW: 'warn',
  OVERDUE: 'late',
};

/** The date, which rule gave it, and how long it still is; a deadline of words only shows the words. */
function DeadlineWords({ finding }: { finding: PeoplePanel_FindingFragment }) {
  const { t } = useTranslation();
  const { deadline } = finding;
  const kind = deadline.kind && deadline.kind !== 'DATE' ? t(`vocabulary.dueKind.${deadline.kind}`) : null;
  const rule = reasonWords(t, deadline.reason);
  return (
    <>
      <p>
        {[...new Set([deadline.dueOn, kind, deadline.text].filter(Boolean))].join(' · ') || t('finding.noDeadline')}
      </p>
      {deadline.daysLeft !== null && deadline.daysLeft !== undefined && (
        <p>
          <State tone={TONES[deadline.urgency]}>{deadlineWords(t, deadline.daysLeft)}</State>
        </p>
      )}
      <WorkingDays deadline={deadline} />
      {rule && <p className={css.quiet}>{rule}</p>}
    </>
  );
}
