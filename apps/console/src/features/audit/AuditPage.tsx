import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import button from '../../ui/Button.module.css';
import { DateField } from '../../ui/DateField.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table, Th } from '../../ui/Table.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { zh } from '../../i18n/zh.ts';
import { MoreRows } from '../admin/MoreRows.tsx';
import { appended, lastCursor, nodes } from '../admin/pages.ts';
import css from '../admin/admin.module.css';
import { AuditRow } from './AuditRow.tsx';
import type { AuditSearch } from './audit-search.ts';

const Audit = graphql(`
  query Audit($filter: AuditFilter, $after: String) {
    auditEvents(first: 100, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          id
          ...AuditRow_auditEvent
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
`);

const route = getRouteApi('/audit');
const VERBS = Object.keys(zh.audit.verb) as (keyof typeof zh.audit.verb)[];
const RECORDS = Object.keys(zh.audit.record) as (keyof typeof zh.audit.record)[];

function filterOf(search: AuditSearch) {
  return {
    verb: search.verb ? [search.verb] : null,
    recordType: search.record ? [search.record] : null,
    recordId: search.recordId ?? null,
    actor: search.who?.trim() || null,
    success: search.only === 'failed' ? false : null,
    on: search.from || search.to ? { from: search.from ?? null, to: search.to ?? null } : null,
  };
}

/** Who did what to which record, newest first; the trail is only ever read. */
export function AuditPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data, previousData, error, refetch, fetchMore } = useQuery(Audit, {
    variables: { filter: filterOf(search) },
  });
  const put = (change: Partial<AuditSearch>) => void navigate({ search: { ...search, ...change } });
  const shown = data ?? previousData;
  const rows = nodes(shown?.auditEvents);
  const filtered = Object.values(search).some(Boolean);
  const more = () =>
    fetchMore({
      variables: { after: lastCursor(shown?.auditEvents) },
      updateQuery: (old, { fetchMoreResult }) =>
        appended(old as typeof fetchMoreResult, fetchMoreResult, 'auditEvents'),
    });
  return (
    <>
      <PageHeader
        title={t('shell.nav.audit')}
        sub={shown ? t('audit.count', { count: shown.auditEvents.totalCount }) : undefined}
        actions={
          <>
            <a className={button.button} href="/export/audit-key.pem" download>
              {t('audit.key')}
            </a>
            <a className={button.button} href="/export/audit.tsv" download title={t('audit.exportHint')}>
              {t('audit.export')}
            </a>
            <Button onClick={() => window.print()}>{t('shell.print')}</Button>
          </>
        }
      />
      <div className={`${css.bar} no-print`}>
        <TextField
          className={css.filter}
          label={t('audit.whoFind')}
          optional
          value={search.who ?? ''}
          onChange={(who) => put({ who: who || undefined })}
        />
        <SelectField
          className={css.filter}
          label={t('audit.verbLabel')}
          emptyLabel={t('audit.anyVerb')}
          value={VERBS.find((one) => one === search.verb) ?? null}
          onChange={(verb) => put({ verb: verb ?? undefined })}
          options={VERBS.map((value) => ({ value, label: t(`audit.verb.${value}`) }))}
        />
        <SelectField
          className={css.filter}
          label={t('audit.recordLabel')}
          emptyLabel={t('audit.anyRecord')}
          value={RECORDS.find((one) => one === search.record) ?? null}
          onChange={(record) => put({ record: record ?? undefined })}
          options={RECORDS.map((value) => ({ value, label: t(`audit.record.${value}`) }))}
        />
        <DateField
          className={css.filter}
          label={t('audit.from')}
          optional
          value={search.from ?? null}
          onChange={(from) => put({ from: from ?? undefined })}
        />
        <DateField
          className={css.filter}
          label={t('audit.to')}
          optional
          value={search.to ?? null}
          onChange={(to) => put({ to: to ?? undefined })}
        />
        <SelectField
          className={css.filter}
          label={t('audit.outcome')}
          emptyLabel={t('audit.anyOutcome')}
          value={search.only ?? null}
          onChange={(only) => put({ only: only ?? undefined })}
          options={[{ value: 'failed' as const, label: t('audit.failedOnly') }]}
        />
        {filtered && (
          <Button look="quiet" onClick={() => void navigate({ search: {} })}>
            {t('audit.clear')}
          </Button>
        )}
      </div>
      {search.recordId && <p className={css.quiet}>{t('audit.thisRecord', { id: search.recordId.slice(-6) })}</p>}
      {!shown && (error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      {shown && rows.length === 0 && <EmptyState title={t('audit.none')}>{t('audit.noneHint')}</EmptyState>}
      {rows.length > 0 && (
        <Table caption={t('shell.nav.audit')} cards>
          <thead>
            <tr>
              <Th>{t('audit.at')}</Th>
              <Th>{t('audit.who')}</Th>
              <Th>{t('audit.verbLabel')}</Th>
              <Th>{t('audit.recordLabel')}</Th>
              <Th>{t('audit.change')}</Th>
              <Th>{t('audit.origin')}</Th>
              <Th>{t('audit.place')}</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <AuditRow key={row.id} event={row} onRecord={(recordId) => put({ recordId })} />
            ))}
          </tbody>
        </Table>
      )}
      <MoreRows shown={rows.length} total={shown?.auditEvents.totalCount ?? 0} onMore={more} />
    </>
  );
}
