import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { dateTime } from '../../format.ts';
import { RowVerbsHead } from '../../forms/RowVerbs.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import button from '../../ui/Button.module.css';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { AccountRowFragment, AccountVerbDialog, CreateAccountDialog, type AccountVerb } from './AccountDialog.tsx';
import { MoreRows } from './MoreRows.tsx';
import { appended, lastCursor, nodes } from './pages.ts';
import css from './admin.module.css';

const Accounts = graphql(`
  query Accounts($filter: AccountFilter, $after: String) {
    accounts(first: 100, after: $after, filter: $filter) {
      edges {
        cursor
        node {
          id
          ...AccountRow_account
        }
      }
      pageInfo {
        hasNextPage
      }
      totalCount
    }
  }
`);

type Opened = { verb: AccountVerb; account: FragmentType<typeof AccountRowFragment> };

/** Who can sign in: made here without any right; rights are for the security administrator to give. */
export function AccountsPage() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [active, setActive] = useState<'on' | 'off' | null>(null);
  const [adding, setAdding] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const asked = useDeferredValue(text.trim());
  const filter = { text: asked || null, active: active === null ? null : active === 'on' };
  const { data, previousData, error, refetch, fetchMore } = useQuery(Accounts, { variables: { filter } });
  const shown = data ?? previousData;
  const rows = nodes(shown?.accounts);
  const more = () =>
    fetchMore({
      variables: { after: lastCursor(shown?.accounts) },
      updateQuery: (old, { fetchMoreResult }) => appended(old as typeof fetchMoreResult, fetchMoreResult, 'accounts'),
    });
  return (
    <>
      <PageHeader
        title={t('shell.nav.accounts')}
        sub={shown ? t('admin.account.count', { count: shown.accounts.totalCount }) : undefined}
        actions={
          <>
            <Link to="/directory/import" className={button.button}>
              {t('admin.import.open')}
            </Link>
            <Button look="ink" onClick={() => setAdding(true)}>
              {t('admin.account.create')}
            </Button>
          </>
        }
      />
      <div className={css.bar}>
        <TextField
          className={css.grow}
          label={t('admin.account.find')}
          hideLabel
          placeholder={t('admin.account.find')}
          value={text}
          onChange={setText}
        />
        <SelectField
          className={css.filter}
          label={t('admin.state')}
          hideLabel
          emptyLabel={t('admin.anyState')}
          value={active}
          onChange={setActive}
          options={[
            { value: 'on', label: t('admin.account.active') },
            { value: 'off', label: t('admin.account.disabled') },
          ]}
        />
      </div>
      {!shown && (error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
      {shown && rows.length === 0 && <EmptyState title={t('admin.noneFound')}>{t('admin.noneFoundHint')}</EmptyState>}
      {rows.length > 0 && <AccountTable rows={rows} onOpen={setOpened} />}
      <MoreRows shown={rows.length} total={shown?.accounts.totalCount ?? 0} onMore={more} />
      {adding && <CreateAccountDialog onClose={() => setAdding(false)} />}
      {opened && <AccountVerbDialog {...opened} onClose={() => setOpened(null)} />}
    </>
  );
}

type Row = Opened['account'] & { id: string };

function AccountTable({ rows, onOpen }: { rows: readonly Row[]; onOpen: (opened: Opened) => void }) {
  const { t } = useTranslation();
  return (
    <Table caption={t('shell.nav.accounts')} cards>
      <thead>
        <tr>
          <Th>{t('admin.account.login')}</Th>
          <Th>{t('admin.account.person')}</Th>
          <Th>{t('admin.account.roles')}</Th>
          <Th>{t('admin.account.lastSignIn')}</Th>
          <Th>{t('admin.state')}</Th>
          <RowVerbsHead />
        </tr>
      </thead>
      <tbody>
        {rows.map((masked) => (
          <AccountRow key={masked.id} account={masked} onOpen={(verb) => onOpen({ verb, account: masked })} />
        ))}
      </tbody>
    </Table>
  );
}

/** Whether an instant is still to come. */
const isAhead = (instant: string | null | undefined) => Boolean(instant) && new Date(instant ?? 0) > new Date();

function AccountRow({ account, onOpen }: { account: Opened['account']; onOpen: (verb: AccountVerb) => void }) {
  const { t } = useTranslation();
  const row = readFragment(AccountRowFragment, account);
  const locked = isAhead(row.lockedUntil);
  const roles = [...new Set(row.grants.map((grant) => grant.role))].map((role) => t(`vocabulary.role.${role}`));
  return (
    <tr className={row.active ? undefined : css.gone}>
      <Td label={t('admin.account.login')} className={css.strong}>
        {row.login}
      </Td>
      <Td label={t('admin.account.person')}>
        {row.person.name} <span className={css.quiet}>{row.person.body.shortName}</span>
      </Td>
      <Td label={t('admin.account.roles')}>
        {roles.join('、') || <State tone="warn">{t('admin.account.noRole')}</State>}
      </Td>
      <Td label={t('admin.account.lastSignIn')}>
        {row.lastSignInAt ? dateTime(row.lastSignInAt) : t('admin.account.never')}
      </Td>
      <Td label={t('admin.state')}>
        {!row.active ? (
          <State tone="calm">{t('admin.account.disabled')}</State>
        ) : locked ? (
          <State tone="warn">{t('admin.account.locked')}</State>
        ) : row.mustChangePassword ? (
          <State tone="calm">{t('admin.account.firstPassword')}</State>
        ) : (
          <State tone="ok">{t('admin.account.active')}</State>
        )}
      </Td>
      <Td>
        <div className={css.verbs}>
          {row.active && (
            <Button look="quiet" onClick={() => onOpen('resetPassword')}>
              {t('admin.account.resetPassword.verb')}
            </Button>
          )}
          {(!row.active || locked) && (
            <Button look="quiet" onClick={() => onOpen('enableAccount')}>
              {t(locked && row.active ? 'admin.account.unlock' : 'admin.account.enableAccount.verb')}
            </Button>
          )}
          {row.active && (
            <Button look="quiet" onClick={() => onOpen('disableAccount')}>
              {t('admin.account.disableAccount.verb')}
            </Button>
          )}
        </div>
      </Td>
    </tr>
  );
}
