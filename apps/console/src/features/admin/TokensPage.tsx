import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { dateTime, today } from '../../format.ts';
import { RowVerbsHead } from '../../forms/RowVerbs.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { toast } from '../../ui/toast-store.ts';
import { MoreRows } from './MoreRows.tsx';
import { appended, lastCursor, nodes } from './pages.ts';
import { TokenDialog } from './TokenDialog.tsx';
import css from './admin.module.css';

const TokenRowFragment = graphql(`
  fragment TokenRow_apiToken on ApiToken {
    id
    name
    classes
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
    body {
      id
      shortName
    }
    createdBy {
      id
      person {
        id
        name
      }
    }
  }
`);

const Tokens = graphql(`
  query Tokens($after: String) {
    apiTokens(first: 100, after: $after) {
      edges {
        cursor
        node {
          id
          ...TokenRow_apiToken
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
`);

const RevokeApiToken = graphql(`
  mutation RevokeApiToken($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) {
      apiToken {
        ...TokenRow_apiToken
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type Masked = FragmentType<typeof TokenRowFragment> & { id: string };

/** Keys of other systems: what each may read, until when, when it was last used. */
export function TokensPage() {
  const { t } = useTranslation();
  const { data, error, refetch, fetchMore } = useQuery(Tokens);
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<Masked | null>(null);
  const rows = nodes(data?.apiTokens);
  const more = () =>
    fetchMore({
      variables: { after: lastCursor(data?.apiTokens) },
      updateQuery: (old, { fetchMoreResult }) => appended(old as typeof fetchMoreResult, fetchMoreResult, 'apiTokens'),
    });
  return (
    <>
      <PageHeader
        title={t('shell.nav.tokens')}
        sub={t('admin.token.sub')}
        actions={
          <Button look="ink" onClick={() => setAdding(true)}>
            {t('admin.token.create')}
          </Button>
        }
      />
      {!data && (error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      {data && rows.length === 0 && <EmptyState title={t('admin.token.none')}>{t('admin.token.noneHint')}</EmptyState>}
      {rows.length > 0 && (
        <Table caption={t('shell.nav.tokens')} cards>
          <thead>
            <tr>
              <Th>{t('admin.token.name')}</Th>
              <Th>{t('admin.token.body')}</Th>
              <Th>{t('admin.token.classes')}</Th>
              <Th>{t('admin.token.made')}</Th>
              <Th>{t('admin.token.lastUsed')}</Th>
              <Th>{t('admin.token.expiresOn')}</Th>
              <Th>{t('admin.state')}</Th>
              <RowVerbsHead />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <TokenRow key={row.id} token={row} onRevoke={() => setOpened(row)} />
            ))}
          </tbody>
        </Table>
      )}
      <MoreRows shown={rows.length} total={data?.apiTokens.totalCount ?? 0} onMore={more} />
      {adding && <TokenDialog onClose={() => setAdding(false)} />}
      {opened && <RevokeTokenDialog token={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function TokenRow({ token, onRevoke }: { token: Masked; onRevoke: () => void }) {
  const { t } = useTranslation();
  const row = readFragment(TokenRowFragment, token);
  const lastDay = dateTime(row.expiresAt).slice(0, 10);
  const expired = lastDay < today();
  const over = Boolean(row.revokedAt) || expired;
  return (
    <tr className={over ? css.gone : undefined}>
      <Td label={t('admin.token.name')} className={css.strong}>
        {row.name}
      </Td>
      <Td label={t('admin.token.body')}>{row.body.shortName}</Td>
      <Td label={t('admin.token.classes')}>{row.classes.map((one) => t(`admin.token.class.${one}`)).join('、')}</Td>
      <Td label={t('admin.token.made')}>
        {dateTime(row.createdAt)}{' '}
        <span className={css.quiet}>{row.createdBy?.person.name ?? t('admin.token.commandLine')}</span>
      </Td>
      <Td label={t('admin.token.lastUsed')}>{row.lastUsedAt ? dateTime(row.lastUsedAt) : t('admin.token.unused')}</Td>
      <Td label={t('admin.token.expiresOn')}>{lastDay}</Td>
      <Td label={t('admin.state')}>
        <State tone={over ? 'calm' : 'ok'}>
          {t(row.revokedAt ? 'admin.token.revokedState' : expired ? 'admin.token.expired' : 'admin.token.valid')}
        </State>
      </Td>
      <Td>
        <div className={css.verbs}>
          {!over && (
            <Button look="quiet" onClick={onRevoke}>
              {t('admin.token.revoke')}
            </Button>
          )}
        </div>
      </Td>
    </tr>
  );
}

function RevokeTokenDialog({ token, onClose }: { token: Masked; onClose: () => void }) {
  const { t } = useTranslation();
  const row = readFragment(TokenRowFragment, token);
  const operation = useOperation(RevokeApiToken);
  const submit = async () => {
    if (!(await operation.run({ input: { apiTokenId: row.id } }))) return;
    toast(t('admin.token.revoked', { name: row.name }));
    onClose();
  };
  return (
    <VerbDialog
      title={t('admin.token.revokeTitle', { name: row.name })}
      verb={t('admin.token.revoke')}
      grave
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('admin.token.revokeHint')}</p>
    </VerbDialog>
  );
}
