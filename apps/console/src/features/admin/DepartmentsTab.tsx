import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { RowVerbsHead } from '../../forms/RowVerbs.tsx';
import { graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { DepartmentDialog, DepartmentRowFragment } from './DepartmentDialog.tsx';
import { nodes } from './pages.ts';
import css from './admin.module.css';

const Departments = graphql(`
  query Departments($bodyId: ID!) {
    departments(first: 100, filter: { bodyId: $bodyId }) {
      edges {
        cursor
        node {
          id
          ...DepartmentRow_department
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** The departments of one body, in their order, dissolved ones last. */
export function DepartmentsTab({ bodyId }: { bodyId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(Departments, { variables: { bodyId } });
  const [opened, setOpened] = useState<string | 'new' | null>(null);
  if (!data) return error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  const rows = nodes(data.departments);
  const add = (
    <Button look="ink" onClick={() => setOpened('new')}>
      {t('admin.department.create')}
    </Button>
  );
  return (
    <>
      <div className={css.bar}>
        <div className={css.push}>{add}</div>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('admin.department.none')}>{t('admin.department.noneHint')}</EmptyState>
      ) : (
        <Table caption={t('admin.tabs.departments')} cards>
          <thead>
            <tr>
              <Th right>{t('admin.ordinal')}</Th>
              <Th>{t('admin.department.name')}</Th>
              <Th>{t('admin.state')}</Th>
              <RowVerbsHead />
            </tr>
          </thead>
          <tbody>
            {rows.map((masked) => {
              const row = readFragment(DepartmentRowFragment, masked);
              return (
                <tr key={row.id} className={row.active ? undefined : css.gone}>
                  <Td right label={t('admin.ordinal')}>
                    {row.ordinal}
                  </Td>
                  <Td label={t('admin.department.name')} className={css.strong}>
                    {row.name}
                  </Td>
                  <Td label={t('admin.state')}>
                    <State tone={row.active ? 'ok' : 'calm'}>
                      {t(row.active ? 'admin.department.inUse' : 'admin.department.dissolved')}
                    </State>
                  </Td>
                  <Td>
                    <div className={css.verbs}>
                      <Button look="quiet" onClick={() => setOpened(row.id)}>
                        {t('admin.edit')}
                      </Button>
                    </div>
                  </Td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
      {opened && (
        <DepartmentDialog
          bodyId={bodyId}
          department={rows.find((row) => row.id === opened) ?? null}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
