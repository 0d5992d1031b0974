import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime, daysBetween, deadline as deadlineWords } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { FindingVerb, PeoplePanel_FindingFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
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
      rule
      text
      urgency
      workingDaysLeft
      restsOnDueDay
      assumedYears
    }
    inspection {
      id
      feedbackOn
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

/** Which rule gave the date, with the figures it gave it by: 集中整改期:反馈后 6 个月. */
function ruleWords(t: TFunction, deadline: PeoplePanel_FindingFragment['deadline'], feedback: string | null): string {
  if (!deadline.rule) return '';
  const counted = deadline.dueOn && feedback ? { feedback, ...sinceFeedback(feedback, deadline.dueOn) } : null;
  switch (deadline.rule) {
    case 'IMMEDIATE_DAYS':
      return counted ? t('finding.rule.IMMEDIATE_DAYS', counted) : '';
    case 'CONCENTRATED_MONTHS':
      return counted ? t('finding.rule.CONCENTRATED_MONTHS', counted) : '';
    case 'CONTINUING':
      return counted ? t('finding.rule.CONTINUING', counted) : '';
    case 'SET_BY_CLERK':
      return t('finding.rule.SET_BY_CLERK');
    case 'FROM_SOURCE':
      return t('finding.rule.FROM_SOURCE');
    case 'EXTENSION':
      return t('finding.rule.EXTENSION');
    case 'REOPENED':
      return t('finding.rule.REOPENED');
    default:
      return '';
  }
}

const sinceFeedback = (feedback: string, due: string) => {
  const [y1 = 0, m1 = 0] = feedback.split('-').map(Number);
  const [y2 = 0, m2 = 0] = due.split('-').map(Number);
  return { months: (y2 - y1) * 12 + m2 - m1, days: daysBetween(feedback, due) };
};

/** The date, which rule gave it, and how long it still is; a deadline of words only shows the words. */
function DeadlineWords({ finding }: { finding: PeoplePanel_FindingFragment }) {
  const { t } = useTranslation();
  const { deadline, inspection } = finding;
  const kind = deadline.kind && deadline.kind !== 'DATE' ? t(`vocabulary.dueKind.${deadline.kind}`) : null;
  const rule = ruleWords(t, deadline, inspection.feedbackOn ?? null);
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
