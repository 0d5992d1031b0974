import { useQuery } from '@apollo/client/react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { RowVerbsHead } from '../../forms/RowVerbs.tsx';
import { graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { MoreRows } from './MoreRows.tsx';
import { appended, lastCursor, nodes } from './pages.ts';
import { LeaveDialog, PersonDialog, PersonRowFragment } from './PersonDialog.tsx';
import css from './admin.module.css';

const People = graphql(`
  query People($bodyId: String!, $text: String, $after: String) {
    persons(first: 100, after: $after, filter: { bodyId: $bodyId, text: $text }) {
      edges {
        cursor
        node {
          id
          ...PersonRow_person
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
`);

type Opened = { verb: 'new' | 'edit' | 'leave'; id: string | null };

/** The people of one body with the posts they hold. */
export function PeopleTab({ bodyId }: { bodyId: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim()) || null;
  const { data, previousData, error, refetch, fetchMore } = useQuery(People, { variables: { bodyId, text: asked } });
  const [opened, setOpened] = useState<Opened | null>(null);
  const shown = data ?? previousData;
  if (!shown) return error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  const rows = nodes(shown.persons);
  const person = rows.find((row) => row.id === opened?.id) ?? null;
  const close = () => setOpened(null);
  const more = () =>
    fetchMore({
      variables: { after: lastCursor(shown.persons) },
      updateQuery: (old, { fetchMoreResult }) => appended(old as typeof fetchMoreResult, fetchMoreResult, 'persons'),
    });
  return (
    <>
      <div className={css.bar}>
        <TextField
          className={css.grow}
          label={t('admin.person.find')}
          hideLabel
          placeholder={t('admin.person.find')}
          value={text}
          onChange={setText}
        />
        <div className={css.push}>
          <Button look="ink" onClick={() => setOpened({ verb: 'new', id: null })}>
            {t('admin.person.create')}
          </Button>
        </div>
      </div>
      {rows.length === 0 ? (
        <EmptyState title={t(asked ? 'admin.noneFound' : 'admin.person.none')}>
          {t(asked ? 'admin.noneFoundHint' : 'admin.person.noneHint')}
        </EmptyState>
      ) : (
        <Table caption={t('admin.tabs.people')} cards>
          <thead>
            <tr>
              <Th>{t('admin.person.name')}</Th>
              <Th>{t('admin.person.posts')}</Th>
              <Th>{t('admin.state')}</Th>
              <RowVerbsHead />
            </tr>
          </thead>
          <tbody>
            {rows.map((masked) => {
              const row = readFragment(PersonRowFragment, masked);
              return (
                <tr key={row.id} className={row.active ? undefined : css.gone}>
                  <Td label={t('admin.person.name')} className={css.strong}>
                    {row.name}
                  </Td>
                  <Td label={t('admin.person.posts')}>{row.posts.map((post) => post.title).join('、') || '—'}</Td>
                  <Td label={t('admin.state')}>
                    <State tone={row.active ? 'ok' : 'calm'}>
                      {t(row.active ? 'admin.person.here' : 'admin.person.left')}
                    </State>
                  </Td>
                  <Td>
                    <div className={css.verbs}>
                      <Button look="quiet" onClick={() => setOpened({ verb: 'edit', id: row.id })}>
                        {t('admin.edit')}
                      </Button>
                      <Button look="quiet" onClick={() => setOpened({ verb: 'leave', id: row.id })}>
                        {t(row.active ? 'admin.person.leave' : 'admin.person.return')}
                      </Button>
                    </div>
                  </Td>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
      <MoreRows shown={rows.length} total={shown.persons.totalCount} onMore={more} />
      {opened && opened.verb !== 'leave' && <PersonDialog bodyId={bodyId} person={person} onClose={close} />}
      {opened?.verb === 'leave' && person && <LeaveDialog person={person} onClose={close} />}
    </>
  );
}
