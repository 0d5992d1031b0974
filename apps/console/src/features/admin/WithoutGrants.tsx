import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import type { Grantee } from './GrantDialog.tsx';
import { nodes } from './pages.ts';

const WithoutGrantsFragment = graphql(`
  fragment WithoutGrants_query on Query {
    accounts(first: 100, filter: { active: true }) {
      edges {
        cursor
        node {
          id
          login
          person {
            id
            name
            body {
              id
            }
          }
          grants {
            id
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const SHOWN = 8;
type WithoutGrantsProps = { query: FragmentType<typeof WithoutGrantsFragment>; onGrant: (account: Grantee) => void };

/** Accounts that can sign in and then see nothing: the next step of a new installation. */
export function WithoutGrants({ query, onGrant }: WithoutGrantsProps) {
  const { t } = useTranslation();
  const { accounts } = readFragment(WithoutGrantsFragment, query);
  const waiting = nodes(accounts).filter((account) => account.grants.length === 0);
  if (waiting.length === 0) return null;
  return (
    <div style={{ marginBottom: 'var(--s4)' }}>
      <MarginNote kind="check" title={t('admin.grant.without', { count: waiting.length })}>
        {waiting.slice(0, SHOWN).map((account) => (
          <Button
            key={account.id}
            look="quiet"
            onClick={() =>
              onGrant({
                id: account.id,
                login: account.login,
                name: account.person.name,
                bodyId: account.person.body.id,
              })
            }
          >
            {account.person.name}({account.login})
          </Button>
        ))}
        {waiting.length > SHOWN && t('admin.grant.andMore', { count: waiting.length - SHOWN })}
      </MarginNote>
    </div>
  );
}
