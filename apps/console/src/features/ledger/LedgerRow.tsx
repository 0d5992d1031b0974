import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { LedgerRow_FindingFragment } from '../../gql/graphql.ts';
import { ActionLines, ActionRows } from './ActionLines.tsx';
import { DeadlineCell } from './DeadlineCell.tsx';
import type { ColumnNames } from './LedgerHead.tsx';
import type { LedgerSearch, LedgerView } from './ledger-search.ts';
import { DueCell, RecoveredCell } from './MoneyCells.tsx';
import { StateCell } from './StateCell.tsx';
import css from './LedgerTable.module.css';

export const LedgerRowFragment = graphql(`
  fragment LedgerRow_finding on Finding {
    id
    seq
    title
    description @include(if: $findings)
    acceptanceCriterion @include(if: $findings)
    remediationType
    evidenceCount
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
    supportingDepartments @include(if: $duties) {
      id
      name
    }
    handler {
      id
      name
    }
    ...ActionLines_finding
    ...DeadlineCell_finding
    ...StateCell_finding
    ...MoneyCells_finding
  }
`);

type LedgerRowProps = {
  finding: FragmentType<typeof LedgerRowFragment>;
  view: LedgerView;
  names: ColumnNames;
  /** The list a row is opened from: J and K on the finding walk through it. */
  search: LedgerSearch;
  /** The row the reader stands on. */
  current: boolean;
  onOpen: (id: string) => void;
};

/** One finding as a line of the ledger; which cells it has depends on the list that is shown. */
export const LedgerRow = memo(function LedgerRow(props: LedgerRowProps) {
  const { finding: masked, view, names, search, current, onOpen } = props;
  const finding = readFragment(LedgerRowFragment, masked);
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current) link.current?.focus({ preventScroll: true });
  }, [current]);
  return (
    <>
      <div role="row" className={`${css.row} ${css[view]}`} aria-current={current || undefined}>
        <span role="cell" className={`${css.right} ${css.seq}`}>
          {finding.seq}
        </span>
        <span role="cell" className={css.title}>
          <Link
            ref={link}
            to="/findings/$findingId"
            params={{ findingId: finding.id }}
            search={search}
            preload={false}
            className={css.link}
            onClick={() => onOpen(finding.id)}
          >
            {finding.title}
          </Link>
          {view === 'ledger' && <ActionLines finding={finding} />}
          {view === 'findings' && finding.description && finding.description !== finding.title && (
            <span className={css.prose}>{finding.description}</span>
          )}
        </span>
        <ViewCells finding={finding} view={view} names={names} />
      </div>
      {view === 'tasks' && <ActionRows finding={finding} names={names} />}
    </>
  );
});

type ViewCellsProps = { finding: LedgerRow_FindingFragment; view: LedgerView; names: ColumnNames };

function ViewCells({ finding, view, names }: ViewCellsProps) {
  const { t } = useTranslation();
  const leader = finding.leader?.holder?.name ?? finding.leader?.title;
  const cell = (label: string, value: React.ReactNode, className?: string) => (
    <span role="cell" data-label={label} className={className}>
      {value ?? <span className={css.none}>—</span>}
    </span>
  );
  const leaderCell = cell(names.leader, leader);
  const department = cell(names.department, finding.leadDepartment?.name);
  const handler = cell(names.handler, finding.handler?.name);
  const due = cell(names.due, <DeadlineCell finding={finding} />);
  const state = cell(names.state, <StateCell finding={finding} />, css.state);
  const evidence = cell(names.evidence, finding.evidenceCount, css.right);
  switch (view) {
    case 'ledger':
      return (
        <>
          {leaderCell}
          {department}
          {handler}
          {due}
          {state}
          {evidence}
          {cell(names.dueSum, <DueCell finding={finding} />, css.right)}
          {cell(names.recovered, <RecoveredCell finding={finding} />, css.right)}
        </>
      );
    case 'findings':
      return (
        <>
          {cell(names.type, finding.remediationType && t(`vocabulary.remediationType.${finding.remediationType}`))}
          {cell(names.goal, finding.acceptanceCriterion)}
          {due}
          {state}
        </>
      );
    case 'tasks':
      return (
        <>
          {department}
          {handler}
          {due}
          {state}
          {evidence}
        </>
      );
    case 'duties':
      return (
        <>
          {cell(names.leader, <PersonAndPost name={leader} post={finding.leader?.title} />)}
          {department}
          {cell(names.supporting, finding.supportingDepartments?.map((each) => each.name).join('、') || null)}
          {handler}
          {due}
          {state}
        </>
      );
  }
}

function PersonAndPost({ name, post }: { name?: string; post?: string }) {
  if (!name) return <span className={css.none}>—</span>;
  return (
    <>
      {name}
      {post !== name && <span className={css.under}>{post}</span>}
    </>
  );
}
