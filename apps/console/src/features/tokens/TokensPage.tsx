import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { RowVerbsHead } from '../../forms/RowVerbs.tsx';
import { graphql, readFragment } from '../../gql/index.ts';
import { useCapability } from '../../session/viewer.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table, Th } from '../../ui/Table.tsx';
import { MoreRows } from '../admin/MoreRows.tsx';
import { appended, lastCursor, nodes } from '../admin/pages.ts';
import { CurlSample } from './CurlSample.tsx';
import { DecideTokenDialog } from './DecideTokenDialog.tsx';
import { RevokeTokenDialog } from './RevokeTokenDialog.tsx';
import { TokenDialog } from './TokenDialog.tsx';
import { TokenFactsFragment } from './token-facts.ts';
import { TokenRow, type Asked } from './TokenRow.tsx';

const Tokens = graphql(`
  query Tokens($after: String) {
    apiTokens(first: 100, after: $after) {
      edges {
        cursor
        node {
          id
          ...TokenFacts_apiToken
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
`);

/** 令牌: what other systems may read, until when, by whose approval, and when each was last used. */
export function TokensPage() {
  const { t } = useTranslation();
  const { data, error, refetch, fetchMore } = useQuery(Tokens, { fetchPolicy: 'cache-and-network' });
  const makes = useCapability('ADMIN_GRANTS');
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<{ what: Asked; id: string } | null>(null);
  const rows = nodes(data?.apiTokens).map((row) => readFragment(TokenFactsFragment, row));
  const token = rows.find((row) => row.id === asked?.id);
  const stop = () => setAsked(null);
  const more = () =>
    fetchMore({
      variables: { after: lastCursor(data?.apiTokens) },
      updateQuery: (old, { fetchMoreResult }) => appended(old as typeof fetchMoreResult, fetchMoreResult, 'apiTokens'),
    });
  return (
    <>
      <PageHeader
        title={t('shell.nav.tokens')}
        sub={t('token.sub')}
        actions={
          makes && (
            <Button look="ink" onClick={() => setAdding(true)}>
              {t('token.create')}
            </Button>
          )
        }
      />
      {!data && (error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      {data && rows.length === 0 && (
        <EmptyState title={t('token.none')}>{t(makes ? 'token.noneHint' : 'token.noneAsked')}</EmptyState>
      )}
      {rows.length > 0 && (
        <Table caption={t('shell.nav.tokens')} cards>
          <thead>
            <tr>
              <Th>{t('token.name')}</Th>
              <Th>{t('token.body')}</Th>
              <Th>{t('token.classes')}</Th>
              <Th>{t('token.made')}</Th>
              <Th>{t('token.lastUsed')}</Th>
              <Th>{t('token.expiresOn')}</Th>
              <Th>{t('admin.state')}</Th>
              <RowVerbsHead />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TokenRow key={row.id} token={row} onAsk={(what) => setAsked({ what, id: row.id })} />
            ))}
          </tbody>
        </Table>
      )}
      <MoreRows shown={rows.length} total={data?.apiTokens.totalCount ?? 0} onMore={more} />
      {adding && <TokenDialog onClose={() => setAdding(false)} />}
      {token && asked?.what === 'decide' && <DecideTokenDialog token={token} onClose={stop} />}
      {token && asked?.what === 'revoke' && <RevokeTokenDialog token={token} onClose={stop} />}
      {token && asked?.what === 'curl' && (
        <Dialog title={t('token.curlTitle', { name: token.name })} open shape="wide" onClose={stop}>
          <p>{t('token.curlHint')}</p>
          <CurlSample secret="$CLOSEOUT_TOKEN" reads={{ verbs: token.verbs, classes: token.classesInForce }} />
        </Dialog>
      )}
    </>
  );
}
