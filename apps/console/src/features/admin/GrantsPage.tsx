import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ROLES } from '@closeout/domain/vocabulary';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import type { Role } from '../../gql/graphql.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import button from '../../ui/Button.module.css';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { BodyOptions } from './body-options.ts';
import { GrantDialog, type Grantee } from './GrantDialog.tsx';
import { GrantTable } from './GrantTable.tsx';
import { MoreRows } from './MoreRows.tsx';
import { appended, lastCursor, nodes } from './pages.ts';
import { WithoutGrants } from './WithoutGrants.tsx';
import css from './admin.module.css';

const Grants = graphql(`
  query Grants($filter: RoleGrantFilter, $after: String) {
    roleGrants(first: 100, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          id
          ...GrantRow_roleGrant
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
    ...WithoutGrants_query
  }
`);

/** Who holds what, where, since when and until when. */
export function GrantsPage() {
  const { t } = useTranslation();
  const [role, setRole] = useState<Role | null>(null);
  const [bodyId, setBodyId] = useState<string | null>(null);
  const [standing, setStanding] = useState<'on' | 'off'>('on');
  const [adding, setAdding] = useState<Grantee | 'anybody' | null>(null);
  const filter = { role: role ? [role] : null, bodyId, standing: standing === 'on' };
  const { data, previousData, error, refetch, fetchMore } = useQuery(Grants, { variables: { filter } });
  const bodies = useQuery(BodyOptions);
  const shown = data ?? previousData;
  const rows = nodes(shown?.roleGrants);
  const more = () =>
    fetchMore({
      variables: { after: lastCursor(shown?.roleGrants) },
      updateQuery: (old, { fetchMoreResult }) => appended(old as typeof fetchMoreResult, fetchMoreResult, 'roleGrants'),
    });
  return (
    <>
      <PageHeader
        title={t('shell.nav.grants')}
        sub={shown ? t('admin.grant.count', { count: shown.roleGrants.totalCount }) : undefined}
        actions={
          <>
            <Link to="/grants/import" className={button.button}>
              {t('admin.grant.byList')}
            </Link>
            <Button look="ink" onClick={() => setAdding('anybody')}>
              {t('admin.grant.create')}
            </Button>
          </>
        }
      />
      {shown && <WithoutGrants query={shown} onGrant={setAdding} />}
      <div className={css.bar}>
        <SelectField
          className={css.filter}
          label={t('admin.grant.role')}
          hideLabel
          emptyLabel={t('admin.grant.anyRole')}
          value={role}
          onChange={setRole}
          options={ROLES.map((one) => ({ value: one, label: t(`vocabulary.role.${one}`) }))}
        />
        <SelectField
          className={css.filter}
          label={t('admin.body.one')}
          hideLabel
          emptyLabel={t('admin.grant.anyBody')}
          value={bodyId}
          onChange={setBodyId}
          options={nodes(bodies.data?.bodies).map((one) => ({ value: one.id, label: one.shortName }))}
        />
        <SelectField
          className={css.filter}
          label={t('admin.state')}
          hideLabel
          emptyLabel={t('admin.grant.standing')}
          value={standing === 'on' ? null : 'off'}
          onChange={(next) => setStanding(next ?? 'on')}
          options={[{ value: 'off' as const, label: t('admin.grant.ended') }]}
        />
      </div>
      {!shown && (error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      {shown && rows.length === 0 && <EmptyState title={t('admin.noneFound')}>{t('admin.grant.noneHint')}</EmptyState>}
      {rows.length > 0 && <GrantTable rows={rows} />}
      <MoreRows shown={rows.length} total={shown?.roleGrants.totalCount ?? 0} onMore={more} />
      {adding && <GrantDialog account={adding === 'anybody' ? null : adding} onClose={() => setAdding(null)} />}
    </>
  );
}
