import { useCallback, useMemo, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { chineseOrdinal } from '../../format.ts';
import { useShortcuts } from '../../ui/shortcuts.ts';
import { VirtualRows } from '../../ui/VirtualRows.tsx';
import { groupItems, type GroupHeading, type LedgerItem } from './ledger-items.ts';
import type { LedgerNode } from './ledger-pages.ts';
import type { LedgerSearch, LedgerSort, LedgerView } from './ledger-search.ts';
import { LedgerRow } from './LedgerRow.tsx';
import { LedgerHead, useColumnNames } from './LedgerHead.tsx';
import css from './LedgerTable.module.css';

export type AspectCount = { id?: string | null; findings: number; closed: number };

type LedgerTableProps = {
  rows: readonly LedgerNode[];
  total: number;
  complete: boolean;
  stale: boolean;
  view: LedgerView;
  /** As in the URL; the same object as long as nothing changed. */
  search: LedgerSearch;
  sort: { by?: LedgerSort; desc: boolean };
  onSort: (by: LedgerSort | undefined, desc: boolean) => void;
  onNearEnd: () => void;
  /** Whole aspects, from the statistics: what the headings count. */
  aspects: readonly AspectCount[];
  filtered: boolean;
};

const GROUP_HEIGHT = 35;
const ROW_HEIGHT: Record<LedgerView, number> = { ledger: 79, findings: 104, tasks: 230, duties: 60 };
/** Height of the top bar and the column names, which must not cover a row that is brought into sight. */
const STICKY = 100;

let lastOpened: { list: string; id: string } | null = null;

/** The one table behind ledger, 问题清单, 任务清单 and 责任清单; J and K move, Enter opens, Back returns to the row. */
export function LedgerTable(props: LedgerTableProps) {
  const { rows, total, complete, stale, view, search, sort, onSort, onNearEnd, aspects, filtered } = props;
  const { t } = useTranslation();
  const names = useColumnNames();
  const place = JSON.stringify(search);
  const items = useMemo(() => groupItems(rows, !sort.by), [rows, sort.by]);
  const { current, opened, open } = useRowKeys(items, search, place);
  const counts = useMemo(() => new Map(aspects.map((each) => [each.id ?? null, each])), [aspects]);
  const draw = useCallback(
    (item: LedgerItem) =>
      item.kind === 'group' ? (
        <Heading
          group={item}
          count={counts.get(item.aspect?.id ?? null)}
          shown={filtered && complete ? item.shown : null}
        />
      ) : (
        <LedgerRow
          finding={item.finding}
          view={view}
          names={names}
          search={search}
          current={item.key === current}
          onOpen={open}
        />
      ),
    [view, names, search, current, open, counts, filtered, complete],
  );
  return (
    <div
      role="table"
      aria-label={t(`ledger.view.${view}`)}
      aria-rowcount={total + 1}
      aria-busy={stale}
      className={stale ? `${css.table} ${css.stale}` : css.table}
    >
      <LedgerHead names={names} view={view} sort={sort} onSort={onSort} />
      <VirtualRows
        items={items}
        keyOf={keyOf}
        estimate={(item) => (item.kind === 'group' ? GROUP_HEIGHT : ROW_HEIGHT[view])}
        onNearEnd={onNearEnd}
        revealKey={current ?? opened}
        revealMargin={STICKY}
      >
        {draw}
      </VirtualRows>
    </div>
  );
}

const keyOf = (item: LedgerItem) => item.key;

/** Which row the reader stands on. Coming back from a finding, it is the one that was opened. */
function useRowKeys(items: readonly LedgerItem[], search: LedgerSearch, place: string) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const opened = lastOpened?.list === place ? lastOpened.id : null;
  const [current, setCurrent] = useState<string | null>(null);
  const step = (by: 1 | -1) => {
    const ids = items.flatMap((item) => (item.kind === 'finding' ? [item.key] : []));
    const at = ids.indexOf(current ?? opened ?? '');
    const next = ids[at === -1 ? 0 : Math.min(ids.length - 1, Math.max(0, at + by))];
    if (next) setCurrent(next);
  };
  const open = useCallback(
    (id: string) => {
      lastOpened = { list: place, id };
    },
    [place],
  );
  const enter = () => {
    if (!current) return;
    open(current);
    void navigate({ to: '/findings/$findingId', params: { findingId: current }, search });
  };
  useShortcuts([
    { key: 'j', label: t('shell.shortcutHelp.next'), run: () => step(1) },
    { key: 'k', label: t('shell.shortcutHelp.previous'), run: () => step(-1) },
    { key: 'o', label: t('ledger.openRow'), run: enter },
  ]);
  return { current, opened, open };
}

type HeadingProps = { group: GroupHeading; count: AspectCount | undefined; shown: number | null };

function Heading({ group, count, shown }: HeadingProps) {
  const { t, i18n } = useTranslation();
  const title = group.aspect
    ? t('ledger.aspect', {
        ordinal: i18n.language === 'zh' ? chineseOrdinal(group.aspect.ordinal) : group.aspect.ordinal,
        title: group.aspect.title,
      })
    : t(group.immediate ? 'vocabulary.remediationType.IMMEDIATE' : 'ledger.noAspect');
  return (
    <div role="row" className={css.group}>
      <span role="rowheader">
        {title}
        {group.repeated && <span className={css.note}>{t('ledger.goesOn')}</span>}
        {count && (
          <span className={css.note}>
            {shown !== null && shown !== count.findings && `${t('ledger.groupShown', { count: shown })} `}
            {t('ledger.group', { count: count.findings, closed: count.closed })}
          </span>
        )}
      </span>
    </div>
  );
}
