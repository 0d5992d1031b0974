import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql, readFragment } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import button from '../../ui/Button.module.css';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { BodiesTab } from './BodiesTab.tsx';
import { BodyDialog, BodyRowFragment } from './BodyDialog.tsx';
import { DepartmentsTab } from './DepartmentsTab.tsx';
import { MoreRows } from './MoreRows.tsx';
import { appended, lastCursor, nodes } from './pages.ts';
import { PeopleTab } from './PeopleTab.tsx';
import { PostsTab } from './PostsTab.tsx';
import { DIRECTORY_TABS, type DirectoryTab } from './directory-search.ts';
import css from './admin.module.css';

const Directory = graphql(`
  query Directory($after: String) {
    bodies(first: 100, after: $after) {
      edges {
        cursor
        node {
          id
          ...BodyRow_body
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
`);

const route = getRouteApi('/directory');

/** Who there is: bodies, then the departments, posts and people of one of them. */
export function DirectoryPage() {
  const { t } = useTranslation();
  const { tab = 'bodies', body } = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const { data, error, refetch, fetchMore } = useQuery(Directory);
  const bodies = nodes(data?.bodies);
  const options = bodies.map((one) => readFragment(BodyRowFragment, one));
  const chosen =
    options.find((one) => one.id === body) ?? options.find((one) => one.kind === 'INSPECTED') ?? options[0];
  const more = () =>
    fetchMore({
      variables: { after: lastCursor(data?.bodies) },
      updateQuery: (old, { fetchMoreResult }) => appended(old as typeof fetchMoreResult, fetchMoreResult, 'bodies'),
    });
  const content = (of: DirectoryTab) => {
    if (of === 'bodies' || !chosen) {
      return bodies.length === 0 ? (
        <EmptyState title={t('admin.body.none')}>{t('admin.body.noneHint')}</EmptyState>
      ) : (
        <>
          <BodiesTab bodies={bodies} />
          <MoreRows shown={bodies.length} total={data?.bodies.totalCount ?? 0} onMore={more} />
        </>
      );
    }
    if (of === 'departments') return <DepartmentsTab key={chosen.id} bodyId={chosen.id} />;
    return of === 'posts' ? (
      <PostsTab key={chosen.id} bodyId={chosen.id} />
    ) : (
      <PeopleTab key={chosen.id} bodyId={chosen.id} />
    );
  };
  return (
    <>
      <PageHeader
        title={t('shell.nav.people')}
        sub={data ? t('admin.body.count', { count: data.bodies.totalCount }) : undefined}
        actions={
          <>
            <Link to="/directory/import" className={button.button}>
              {t('admin.import.open')}
            </Link>
            {tab === 'bodies' && (
              <Button look="ink" onClick={() => setAdding(true)}>
                {t('admin.body.create')}
              </Button>
            )}
          </>
        }
      />
      {!data ? (
        error ? (
          <FaultPanel error={error} onRetry={() => void refetch()} />
        ) : (
          <Skeleton />
        )
      ) : (
        <>
          {tab !== 'bodies' && chosen && (
            <div className={css.bar}>
              <SelectField
                className={css.grow}
                label={t('admin.body.one')}
                hideLabel
                emptyLabel={t('admin.body.choose')}
                value={chosen.id}
                onChange={(next) => void navigate({ search: { tab, body: next ?? chosen.id } })}
                options={options.map((one) => ({
                  value: one.id,
                  label: one.name,
                  group: t(`vocabulary.bodyKind.${one.kind}`),
                }))}
              />
            </div>
          )}
          <Tabs
            label={t('shell.nav.people')}
            selected={tab}
            onSelect={(next) => void navigate({ search: { tab: next as DirectoryTab, body: chosen?.id } })}
            tabs={DIRECTORY_TABS.map((id) => ({ id, label: t(`admin.tabs.${id}`), content: content(id) }))}
          />
        </>
      )}
      {adding && <BodyDialog body={null} onClose={() => setAdding(false)} />}
    </>
  );
}
