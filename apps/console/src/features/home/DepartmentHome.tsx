import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { shortDateTime } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { useViewer } from '../../session/viewer.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import button from '../../ui/Button.module.css';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { State } from '../../ui/State.tsx';
import { urgencyWords } from '../ledger/DeadlineCell.tsx';
import { lacksOf } from './lacks.ts';
import { OwnFindings } from './OwnFindings.tsx';
import { todosOf, type Todo } from './todo.ts';
import css from './home.module.css';

const DepartmentHomeDocument = graphql(`
  query DepartmentHome {
    findings(first: 100, orderBy: { field: DUE, direction: ASC }) {
      totalCount
      edges {
        node {
          id
          seq
          state
          deadline {
            dueOn
            daysLeft
          }
          ...Todo_finding
          ...OwnFinding_finding
        }
      }
    }
  }
`);

/** 今天要办的: what the department must do, one verb a row, worst first; below it all its findings. */
export function DepartmentHome() {
  const { t } = useTranslation();
  const { roles } = useViewer();
  const { data, error, refetch } = useQuery(DepartmentHomeDocument);
  const findings = data?.findings.edges.map((edge) => edge.node) ?? [];
  const todos = todosOf(t, findings);
  const closed = findings.filter((finding) => finding.state === 'CLOSED').length;
  const next = findings.find((finding) => (finding.deadline.daysLeft ?? -1) >= 0)?.deadline.dueOn;
  const departments = [...new Set(roles.flatMap((role) => (role.department ? [role.department.name] : [])))];
  const sub = [
    departments.join('、'),
    data && t('home.ownCount', { count: data.findings.totalCount, closed }),
    next && t('home.nextDue', { day: next }),
  ];
  return (
    <div className={css.onePage}>
      <PageHeader title={t('home.today_do')} sub={sub.filter(Boolean).join(' · ')} />
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={12} />}
      {data && todos.length === 0 && (
        <EmptyState title={t('home.todo.none')} action={<Link to="/ledger">{t('home.todo.toLedger')}</Link>}>
          {t('home.todo.noneText')}
        </EmptyState>
      )}
      {todos.length > 0 && (
        <ul className={css.rows} aria-label={t('home.today_do')}>
          {todos.map((todo, index) => (
            <TodoRow key={todo.finding.id} todo={todo} first={index === 0} />
          ))}
        </ul>
      )}
      {data && findings.length > 0 && (
        <OwnFindings
          title={t('home.departmentFindings')}
          total={data.findings.totalCount}
          findings={[...findings].sort((a, b) => a.seq - b.seq)}
          search={{}}
          withoutDepartment
        />
      )}
    </div>
  );
}

function TodoRow({ todo, first }: { todo: Todo; first: boolean }) {
  const { t, i18n } = useTranslation();
  const { finding, verb, hash, tone, words } = todo;
  const { returned } = finding;
  const pressing = urgencyWords(t, finding.deadline);
  return (
    <li className={`${css.row} ${css.todo}`}>
      <span className={css.urgency}>
        <State tone={tone}>{words}</State>
        {verb === 'answer' && pressing && pressing.tone !== 'late' && (
          <State tone={pressing.tone}>{pressing.words}</State>
        )}
      </span>
      <span className={css.seq}>{finding.seq}</span>
      <span className={css.what}>
        <Link to="/findings/$findingId" params={{ findingId: finding.id }} className={css.title}>
          {finding.title}
        </Link>
        <span className={css.sub}>{lacksOf(t, i18n.language, finding).join(';')}</span>
        {returned && (
          <span className={css.returned}>
            {t('home.todo.returnedBy', {
              name: returned.byName,
              at: shortDateTime(t, returned.at),
              reason: returned.reason,
            })}
          </span>
        )}
      </span>
      <span className={css.when}>
        {finding.handler ? t('home.todo.handledBy', { name: finding.handler.name }) : ''}
      </span>
      <Link
        to="/findings/$findingId"
        params={{ findingId: finding.id }}
        hash={hash || undefined}
        className={`${button.button} ${first ? button.ink : ''} ${css.verb}`}
        aria-label={t('home.todo.verbOf', { verb: t(`home.todo.verb.${verb}`), number: finding.seq })}
      >
        {t(`home.todo.verb.${verb}`)}
      </Link>
    </li>
  );
}
