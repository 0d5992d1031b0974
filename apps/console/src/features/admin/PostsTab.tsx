import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { RowVerbsHead } from '../../forms/RowVerbs.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { StartHandoverDialog } from '../handover/StartHandoverDialog.tsx';
import { HolderDialog, VacateDialog } from './HolderDialog.tsx';
import { MoreRows } from './MoreRows.tsx';
import { lastCursor, nodes } from './pages.ts';
import { PostDialog, PostRowFragment } from './PostDialog.tsx';
import css from './admin.module.css';

const Posts = graphql(`
  query Posts($bodyId: ID!, $after: String) {
    body(id: $bodyId) {
      id
      departments {
        id
        name
      }
      posts(first: 100, after: $after) {
        edges {
          cursor
          node {
            id
            ...PostRow_post
          }
        }
        pageInfo {
          hasNextPage
        }
        totalCount
      }
    }
  }
`);

type Verb = 'edit' | 'hold' | 'vacate' | 'handOver';
type Opened = { verb: Verb | 'new'; id: string | null };

/** The posts of one body: the leadership first, with what each is in charge of and who holds it. */
export function PostsTab({ bodyId }: { bodyId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch, fetchMore } = useQuery(Posts, { variables: { bodyId } });
  const [opened, setOpened] = useState<Opened | null>(null);
  if (!data?.body) return error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  const { body } = data;
  const rows = nodes(body.posts);
  const post = rows.find((row) => row.id === opened?.id) ?? null;
  const close = () => setOpened(null);
  const more = () =>
    fetchMore({
      variables: { after: lastCursor(body.posts) },
      updateQuery: (old, { fetchMoreResult: next }) =>
        old.body && next.body
          ? {
              body: {
                ...old.body,
                posts: { ...next.body.posts, edges: [...old.body.posts.edges, ...next.body.posts.edges] },
              },
            }
          : (old as typeof next),
    });
  return (
    <>
      <div className={css.bar}>
        <div className={css.push}>
          <Button look="ink" onClick={() => setOpened({ verb: 'new', id: null })}>
            {t('admin.post.create')}
          </Button>
        </div>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t('admin.post.none')}>{t('admin.post.noneHint')}</EmptyState>
      ) : (
        <Table caption={t('admin.tabs.posts')} cards>
          <thead>
            <tr>
              <Th right>{t('admin.ordinal')}</Th>
              <Th>{t('admin.post.title')}</Th>
              <Th>{t('admin.post.holder')}</Th>
              <Th>{t('admin.post.department')}</Th>
              <Th>{t('admin.post.inChargeOf')}</Th>
              <Th>{t('admin.state')}</Th>
              <RowVerbsHead />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PostRow key={row.id} post={row} onOpen={(verb) => setOpened({ verb, id: row.id })} />
            ))}
          </tbody>
        </Table>
      )}
      <MoreRows shown={rows.length} total={body.posts.totalCount} onMore={more} />
      {opened && ['new', 'edit'].includes(opened.verb) && (
        <PostDialog bodyId={bodyId} departments={body.departments} post={post} onClose={close} />
      )}
      {opened?.verb === 'hold' && post && <HolderDialog bodyId={bodyId} post={post} onClose={close} />}
      {opened?.verb === 'handOver' && post && <StartHandoverDialog bodyId={bodyId} post={post} onClose={close} />}
      {opened?.verb === 'vacate' && post && <VacateDialog post={post} onClose={close} />}
    </>
  );
}

function PostRow({ post, onOpen }: { post: FragmentType<typeof PostRowFragment>; onOpen: (verb: Verb) => void }) {
  const { t } = useTranslation();
  const row = readFragment(PostRowFragment, post);
  return (
    <tr className={row.active ? undefined : css.gone}>
      <Td right label={t('admin.ordinal')}>
        {row.ordinal}
      </Td>
      <Td label={t('admin.post.title')}>
        <span>
          <span className={css.strong}>{row.title}</span>
          {row.leadership && <span className={css.quiet}> {t('admin.post.leader')}</span>}
        </span>
      </Td>
      <Td label={t('admin.post.holder')}>{row.holder?.name ?? <State tone="warn">{t('admin.post.vacant')}</State>}</Td>
      <Td label={t('admin.post.department')}>{row.department?.name ?? '—'}</Td>
      <Td label={t('admin.post.inChargeOf')}>{row.inChargeOf.map((one) => one.name).join('、') || '—'}</Td>
      <Td label={t('admin.state')}>
        <State tone={row.active ? 'ok' : 'calm'}>{t(row.active ? 'admin.post.inUse' : 'admin.post.abolished')}</State>
      </Td>
      <Td>
        <div className={css.verbs}>
          {row.active && (
            <Button look="quiet" onClick={() => onOpen('handOver')}>
              {t('admin.post.change')}
            </Button>
          )}
          {row.active && !row.holder && (
            <Button look="quiet" onClick={() => onOpen('hold')}>
              {t('admin.post.hold')}
            </Button>
          )}
          {row.holder && (
            <Button look="quiet" onClick={() => onOpen('vacate')}>
              {t('admin.post.vacate')}
            </Button>
          )}
          <Button look="quiet" onClick={() => onOpen('edit')}>
            {t('admin.edit')}
          </Button>
        </div>
      </Td>
    </tr>
  );
}
