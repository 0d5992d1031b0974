import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table, Th } from '../../ui/Table.tsx';
import { MoreRows } from '../admin/MoreRows.tsx';
import { appended, lastCursor, nodes } from '../admin/pages.ts';
import css from '../admin/admin.module.css';
import { MailSettings } from './MailSettings.tsx';
import { WarningRow } from './WarningRow.tsx';
import type { WarningsSearch } from './warnings-search.ts';

const Warnings = graphql(`
  query Warnings($filter: WarningFilter, $after: String) {
    warnings(first: 50, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          id
          seenAt
          ...WarningRow_warning
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
`);

const MarkSeen = graphql(`
  mutation MarkWarningsSeen($input: MarkWarningsSeenInput!) {
    markWarningsSeen(input: $input) {
      count
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const route = getRouteApi('/warnings');
const AFTERWARDS = ['Warnings', 'UnseenWarnings'];
const LEVELS = ['GREEN', 'YELLOW', 'RED'] as const;

/** What the viewer was warned of, newest first; numbers lead to the findings he may read. */
export function WarningsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const filter = { level: search.level ? [search.level] : null, seen: search.unseen ? false : null };
  const { data, previousData, error, refetch, fetchMore } = useQuery(Warnings, { variables: { filter } });
  const mark = useOperation(MarkSeen, AFTERWARDS);
  const put = (change: Partial<WarningsSearch>) => void navigate({ search: { ...search, ...change } });
  const shown = data ?? previousData;
  const rows = nodes(shown?.warnings);
  const unseen = rows.filter((row) => !row.seenAt).map((row) => row.id);
  const markSeen = (warningIds: string[]) => void mark.run({ input: { warningIds: warningIds.slice(0, 100) } });
  const more = () =>
    fetchMore({
      variables: { after: lastCursor(shown?.warnings) },
      updateQuery: (old, { fetchMoreResult }) => appended(old as typeof fetchMoreResult, fetchMoreResult, 'warnings'),
    });
  return (
    <>
      <PageHeader
        title={t('warnings.title')}
        sub={shown ? t('warnings.unseen', { count: unseen.length }) : undefined}
        actions={<Button onClick={() => window.print()}>{t('shell.print')}</Button>}
      />
      <div className={`${css.bar} no-print`}>
        <SelectField
          className={css.filter}
          label={t('warnings.levelLabel')}
          emptyLabel={t('warnings.anyLevel')}
          value={search.level ?? null}
          onChange={(level) => put({ level: level ?? undefined })}
          options={LEVELS.map((value) => ({ value, label: t(`vocabulary.warningLevel.${value}`) }))}
        />
        <CheckBox
          label={t('warnings.onlyUnseen')}
          checked={search.unseen ?? false}
          onChange={(on) => put({ unseen: on || undefined })}
        />
        {unseen.length > 0 && (
          <Button busy={mark.busy} onClick={() => markSeen(unseen)}>
            {t('warnings.markAll')}
          </Button>
        )}
      </div>
      <OperationErrors operation={mark} />
      {!shown && (error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      {shown && rows.length === 0 && (
        <EmptyState title={search.level || search.unseen ? t('warnings.noneFiltered') : t('warnings.none')}>
          {t('warnings.noneHint')}
        </EmptyState>
      )}
      {rows.length > 0 && (
        <Table caption={t('warnings.title')} cards>
          <thead>
            <tr>
              <Th>{t('warnings.levelLabel')}</Th>
              <Th>{t('warnings.number')}</Th>
              <Th>{t('warnings.body')}</Th>
              <Th>{t('warnings.due')}</Th>
              <Th>{t('warnings.told')}</Th>
              <Th>{t('warnings.mailed')}</Th>
              <Th>
                <span className="visually-hidden">{t('warnings.markSeen')}</span>
              </Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <WarningRow key={row.id} warning={row} onSeen={() => markSeen([row.id])} busy={mark.busy} />
            ))}
          </tbody>
        </Table>
      )}
      <MoreRows shown={rows.length} total={shown?.warnings.totalCount ?? 0} onMore={more} />
      <MailSettings />
    </>
  );
}
