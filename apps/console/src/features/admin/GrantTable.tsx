import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { dateTime, today } from '../../format.ts';
import { RowVerbsHead } from '../../forms/RowVerbs.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { toast } from '../../ui/toast-store.ts';
import css from './admin.module.css';

const GrantRowFragment = graphql(`
  fragment GrantRow_roleGrant on RoleGrant {
    id
    role
    fromOn
    toOn
    revokedAt
    account {
      id
      login
      active
      person {
        id
        name
      }
    }
    body {
      id
      shortName
    }
    department {
      id
      name
      body {
        id
        shortName
      }
    }
    post {
      id
      title
      body {
        id
        shortName
      }
    }
  }
`);

const RevokeRole = graphql(`
  mutation RevokeRole($input: RevokeRoleInput!) {
    revokeRole(input: $input) {
      roleGrant {
        ...GrantRow_roleGrant
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type Masked = FragmentType<typeof GrantRowFragment> & { id: string };
const LISTS = ['Grants'];

/** Grants as a table: who, as what, where, from and until when, and the way to end one. */
export function GrantTable({ rows }: { rows: readonly Masked[] }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Masked | null>(null);
  return (
    <>
      <Table caption={t('shell.nav.grants')} cards>
        <thead>
          <tr>
            <Th>{t('admin.grant.account')}</Th>
            <Th>{t('admin.grant.role')}</Th>
            <Th>{t('admin.grant.scope')}</Th>
            <Th>{t('admin.grant.from')}</Th>
            <Th>{t('admin.grant.to')}</Th>
            <Th>{t('admin.state')}</Th>
            <RowVerbsHead />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <GrantRow key={row.id} grant={row} onRevoke={() => setOpened(row)} />
          ))}
        </tbody>
      </Table>
      {opened && <RevokeDialog grant={opened} onClose={() => setOpened(null)} />}
    </>
  );
}

function GrantRow({ grant, onRevoke }: { grant: Masked; onRevoke: () => void }) {
  const { t } = useTranslation();
  const row = readFragment(GrantRowFragment, grant);
  const body = row.body ?? row.department?.body ?? row.post?.body;
  const scope = [body?.shortName, row.department?.name ?? row.post?.title].filter(Boolean).join(' · ');
  const ended = Boolean(row.revokedAt) || (row.toOn !== null && row.toOn !== undefined && row.toOn < today());
  return (
    <tr className={ended ? css.gone : undefined}>
      <Td label={t('admin.grant.account')}>
        <span className={css.strong}>{row.account.person.name}</span>{' '}
        <span className={css.quiet}>{row.account.login}</span>
      </Td>
      <Td label={t('admin.grant.role')}>{t(`vocabulary.role.${row.role}`)}</Td>
      <Td label={t('admin.grant.scope')}>{scope || t('admin.grant.installation')}</Td>
      <Td label={t('admin.grant.from')}>{row.fromOn}</Td>
      <Td label={t('admin.grant.to')}>{row.toOn ?? t('admin.grant.untilRevoked')}</Td>
      <Td label={t('admin.state')}>
        {row.revokedAt ? (
          <State tone="calm">{t('admin.grant.revokedAt', { at: dateTime(row.revokedAt) })}</State>
        ) : ended ? (
          <State tone="calm">{t('admin.grant.expired')}</State>
        ) : row.fromOn > today() ? (
          <State tone="calm">{t('admin.grant.toCome')}</State>
        ) : (
          <State tone="ok">{t('admin.grant.inForce')}</State>
        )}
      </Td>
      <Td>
        <div className={css.verbs}>
          {!ended && (
            <Button look="quiet" onClick={onRevoke}>
              {t('admin.grant.revoke')}
            </Button>
          )}
        </div>
      </Td>
    </tr>
  );
}

function RevokeDialog({ grant, onClose }: { grant: Masked; onClose: () => void }) {
  const { t } = useTranslation();
  const row = readFragment(GrantRowFragment, grant);
  const operation = useOperation(RevokeRole, LISTS);
  const names = { name: row.account.person.name, role: t(`vocabulary.role.${row.role}`) };
  const submit = async () => {
    if (!(await operation.run({ input: { grantId: row.id } }))) return;
    toast(t('admin.grant.revoked', names));
    onClose();
  };
  return (
    <VerbDialog
      title={t('admin.grant.revokeTitle', names)}
      verb={t('admin.grant.revoke')}
      grave
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('admin.grant.revokeHint')}</p>
    </VerbDialog>
  );
}
