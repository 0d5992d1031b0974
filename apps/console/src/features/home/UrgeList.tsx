import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { Urge_FindingFragment } from '../../gql/graphql.ts';
import { State } from '../../ui/State.tsx';
import { GroupRow, Table, Td, Th } from '../../ui/Table.tsx';
import { urgencyWords } from '../ledger/DeadlineCell.tsx';
import { lacksOf } from './lacks.ts';
import css from './home.module.css';

const UrgeFragment = graphql(`
  fragment Urge_finding on Finding {
    id
    seq
    title
    returned {
      at
    }
    leadDepartment {
      id
      name
    }
    handler {
      id
      name
    }
    deadline {
      dueOn
      daysLeft
      urgency
    }
    ...Lacks_finding
  }
`);

type UrgeListProps = { findings: readonly FragmentType<typeof UrgeFragment>[]; inspection: string };

/** 还差谁、差什么: per department what is overdue, due soon or returned, and what is missing. */
export function UrgeList({ findings, inspection }: UrgeListProps) {
  const { t, i18n } = useTranslation();
  const pressing = findings
    .map((masked) => readFragment(UrgeFragment, masked))
    .filter((finding) => urgencyWords(t, finding.deadline) !== null || finding.returned);
  const departments = [...groupByDepartment(pressing)];
  const worst = (rows: readonly Urge_FindingFragment[]) =>
    rows.filter((row) => row.deadline.urgency === 'OVERDUE').length;
  departments.sort(([, a], [, b]) => worst(b) - worst(a) || b.length - a.length);
  return (
    <section>
      <div className={css.head}>
        <h2>
          {t('home.urge')}
          <span className={css.headNote}>{t('home.urgeNote')}</span>
        </h2>
      </div>
      {departments.length === 0 ? (
        <p className={css.nothing}>{t('home.nothingUrgent')}</p>
      ) : (
        <Table caption={t('home.urge')} cards>
          <thead>
            <tr>
              <Th right>{t('ledger.column.seq')}</Th>
              <Th>{t('home.finding')}</Th>
              <Th>{t('ledger.column.handler')}</Th>
              <Th>{t('ledger.column.due')}</Th>
              <Th>{t('ledger.column.state')}</Th>
              <Th>{t('home.lacking')}</Th>
            </tr>
          </thead>
          {departments.map(([id, rows]) => (
            <tbody key={id}>
              <GroupRow columns={6} note={t('home.urgeCount', { count: rows.length, late: worst(rows) })}>
                {id ? (
                  <Link
                    to="/ledger"
                    search={{
                      inspection,
                      department: id,
                      state: ['UNCLAIMED', 'RECTIFYING', 'IN_REVIEW'],
                      sort: 'due',
                    }}
                  >
                    {rows[0]?.leadDepartment?.name}
                  </Link>
                ) : (
                  t('home.lacks.department')
                )}
              </GroupRow>
              {rows.map((finding) => (
                <UrgeRow key={finding.id} finding={finding} lacks={lacksOf(t, i18n.language, finding)} />
              ))}
            </tbody>
          ))}
        </Table>
      )}
    </section>
  );
}

function groupByDepartment(rows: readonly Urge_FindingFragment[]): Map<string, Urge_FindingFragment[]> {
  const groups = new Map<string, Urge_FindingFragment[]>();
  for (const row of rows) {
    const id = row.leadDepartment?.id ?? '';
    groups.set(id, [...(groups.get(id) ?? []), row]);
  }
  return groups;
}

function UrgeRow({ finding, lacks }: { finding: Urge_FindingFragment; lacks: readonly string[] }) {
  const { t } = useTranslation();
  const pressing = urgencyWords(t, finding.deadline);
  return (
    <tr>
      <Td right>{finding.seq}</Td>
      <Td>
        <Link to="/findings/$findingId" params={{ findingId: finding.id }} className={css.title}>
          {finding.title}
        </Link>
      </Td>
      <Td label={t('ledger.column.handler')}>{finding.handler?.name ?? '—'}</Td>
      <Td label={t('ledger.column.due')} className={css.nowrap}>
        {finding.deadline.dueOn ?? '—'}
      </Td>
      <Td label={t('ledger.column.state')} className={css.nowrap}>
        {pressing ? (
          <State tone={pressing.tone}>{pressing.words}</State>
        ) : (
          <State tone="warn">{t('home.todo.returned')}</State>
        )}
      </Td>
      <Td label={t('home.lacking')}>{lacks.join(';') || '—'}</Td>
    </tr>
  );
}
