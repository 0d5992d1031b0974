import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { PartsBar } from '../../ui/ProgressBar.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import type { LedgerSearch } from '../ledger/ledger-search.ts';
import css from './home.module.css';

const GroupBarFragment = graphql(`
  fragment GroupBar_group on GroupCount {
    id
    name
    findings
    closed
    continuing
    dueSoon
    overdue
  }
`);

const GroupBarsFragment = graphql(`
  fragment GroupBars_statistics on Statistics {
    byLeader {
      ...GroupBar_group
    }
    byAspect {
      ...GroupBar_group
    }
    byDepartment {
      ...GroupBar_group
    }
  }
`);

const KEY = { leader: 'byLeader', aspect: 'byAspect', department: 'byDepartment' } as const;
type By = keyof typeof KEY;

type GroupBarsProps = { statistics: FragmentType<typeof GroupBarsFragment>; inspection: string; kinds?: readonly By[] };

/** 按责任领导 · 按方面 · 按部门: closed, open, due soon, overdue of each; a row opens its findings. */
export function GroupBars({
  statistics: masked,
  inspection,
  kinds = ['leader', 'aspect', 'department'],
}: GroupBarsProps) {
  const { t } = useTranslation();
  const [by, setBy] = useState<By>(kinds[0] ?? 'leader');
  const groups = readFragment(GroupBarsFragment, masked)[KEY[by]].map((group) => readFragment(GroupBarFragment, group));
  return (
    <section>
      <div className={css.head}>
        <h2>{t(`home.by.${by}`)}</h2>
        <span className={css.switch}>
          {kinds
            .filter((kind) => kind !== by)
            .map((kind) => (
              <button key={kind} type="button" onClick={() => setBy(kind)}>
                {t(`home.by.${kind}`)}
              </button>
            ))}
        </span>
      </div>
      <Table caption={t(`home.by.${by}`)} className={css.bars}>
        <thead>
          <tr>
            <Th>{t(`home.group.${by}`)}</Th>
            <Th right>{t('home.closedOf')}</Th>
            <Th className={css.barColumn}>{t('home.progress')}</Th>
            <Th right>{t('home.overdue')}</Th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <GroupBar key={group.id ?? 'none'} group={group} by={by} inspection={inspection} />
          ))}
        </tbody>
      </Table>
      <p className={css.legend} aria-hidden="true">
        <span className={css.legendClosed}>{t('home.legend.closed')}</span>
        <span className={css.legendOpen}>{t('home.legend.open')}</span>
        <span className={css.legendSoon}>{t('home.legend.soon')}</span>
        <span className={css.legendLate}>{t('home.legend.late')}</span>
      </p>
    </section>
  );
}

type Group = {
  id?: string | null;
  name?: string | null;
  findings: number;
  closed: number;
  dueSoon: number;
  overdue: number;
};

function GroupBar({ group, by, inspection }: { group: Group; by: By; inspection: string }) {
  const { t } = useTranslation();
  const [name, post] = (group.name ?? t(by === 'aspect' ? 'ledger.noAspect' : 'home.nobody')).split('\u3000');
  const search = (more: LedgerSearch): LedgerSearch => ({ inspection, [by]: group.id ?? undefined, ...more });
  const open = Math.max(0, group.findings - group.closed - group.dueSoon - group.overdue);
  const parts = [
    { id: 'closed', label: t('home.legend.closed'), value: group.closed, tone: 'closed' as const },
    { id: 'open', label: t('home.legend.open'), value: open, tone: 'open' as const },
    { id: 'soon', label: t('home.legend.soon'), value: group.dueSoon, tone: 'soon' as const },
    { id: 'late', label: t('home.legend.late'), value: group.overdue, tone: 'late' as const },
  ];
  return (
    <tr>
      <Td title={post}>
        {group.id ? (
          <Link to="/ledger" search={search({})}>
            {name}
          </Link>
        ) : (
          name
        )}
      </Td>
      <Td right className={css.nowrap}>
        {group.closed} / {group.findings}
      </Td>
      <Td className={css.barCell}>
        <PartsBar parts={parts} total={group.findings} />
      </Td>
      <Td right>
        {group.overdue > 0 && group.id ? (
          <Link to="/ledger" search={search({ overdue: true })} className={css.plainLink}>
            <State tone="late">{group.overdue}</State>
          </Link>
        ) : (
          group.overdue
        )}
      </Td>
    </tr>
  );
}
