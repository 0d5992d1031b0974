import { ROLES } from '@closeout/domain/vocabulary';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { today } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import type { Role } from '../../gql/graphql.ts';
import { ComboField } from '../../ui/ComboField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { BodyOptions } from './body-options.ts';
import { nodes } from './pages.ts';
import { ROLE_SCOPES } from './role-scopes.ts';
import css from './admin.module.css';

const AccountOptions = graphql(`
  query AccountOptions($text: String) {
    accounts(first: 50, filter: { text: $text, active: true }) {
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
              shortName
            }
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

export const GrantRole = graphql(`
  mutation GrantRole($input: GrantRoleInput!) {
    grantRole(input: $input) {
      roleGrant {
        id
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** A token is its own grant: people are never integrators here. */
const GRANTABLE = ROLES.filter((role) => role !== 'INTEGRATOR');
const LISTS = ['Grants'];
const FIELDS = ['accountId', 'role', 'bodyId', 'departmentId', 'postId', 'fromOn', 'toOn'];

export type Grantee = { id: string; login: string; name: string; bodyId: string };
type GrantDialogProps = { account: Grantee | null; onClose: () => void };

/** A role for an account, bound to what such a role is bound to: a department, a post, a body, or the installation. */
export function GrantDialog({ account, onClose }: GrantDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | null>(account?.id ?? null);
  const [role, setRole] = useState<Role | null>(null);
  const [scope, setScope] = useState<string | null>(null);
  const [fromOn, setFromOn] = useState<string | null>(today());
  const [toOn, setToOn] = useState<string | null>(null);
  const accounts = useQuery(AccountOptions, { variables: { text: text.trim() || null }, skip: account !== null });
  const bodies = useQuery(BodyOptions);
  const operation = useOperation(GrantRole, LISTS);
  const found: Grantee[] = nodes(accounts.data?.accounts).map((one) => ({
    id: one.id,
    login: one.login,
    name: one.person.name,
    bodyId: one.person.body.id,
  }));
  const grantee = account ?? found.find((one) => one.id === chosen) ?? null;
  const body = nodes(bodies.data?.bodies).find((one) => one.id === grantee?.bodyId);
  const target = role ? ROLE_SCOPES[role].bound : null;
  const scopes = {
    DEPARTMENT: (body?.departments ?? []).map((one) => ({ value: one.id, label: one.name })),
    POST: (body?.leaders ?? []).map((one) => ({
      value: one.id,
      label: [one.title, one.holder?.name].filter(Boolean).join(' · '),
    })),
  };
  const submit = async () => {
    const scoped = {
      departmentId: target === 'DEPARTMENT' ? scope : null,
      postId: target === 'POST' ? scope : null,
      bodyId: target === 'BODY' ? grantee?.bodyId : null,
    };
    const input = { accountId: chosen ?? '', role: role as Role, ...scoped, fromOn, toOn };
    if (!(await operation.run({ input }))) return;
    toast(t('admin.grant.done', { name: grantee?.name ?? '', role: t(`vocabulary.role.${role as Role}`) }));
    onClose();
  };
  const needsScope = target === 'DEPARTMENT' || target === 'POST';
  const off = !chosen
    ? t('admin.grant.chooseAccount')
    : !role
      ? t('admin.grant.chooseRole')
      : needsScope && !scope
        ? t('admin.grant.chooseScope')
        : null;
  const fitting = GRANTABLE.filter(
    (one) => !body || ROLE_SCOPES[one].kind === null || ROLE_SCOPES[one].kind === body.kind,
  );
  return (
    <VerbDialog
      title={account ? t('admin.grant.for', { name: account.name, login: account.login }) : t('admin.grant.create')}
      verb={t('admin.grant.verb')}
      operation={operation}
      fields={FIELDS}
      onSubmit={submit}
      onClose={onClose}
      off={off}
    >
      {!account && (
        <ComboField
          label={t('admin.grant.account')}
          value={chosen}
          onChange={(id) => {
            setChosen(id);
            setRole(null);
            setScope(null);
          }}
          onSearch={(typed) => setText(found.some((one) => labelOf(one) === typed) ? '' : typed)}
          options={found.map((one) => ({ id: one.id, label: labelOf(one) }))}
          error={operation.fields.accountId}
        />
      )}
      <SelectField
        label={t('admin.grant.role')}
        hint={role ? t(`admin.grant.does.${role}`) : undefined}
        emptyLabel={t('admin.grant.chooseRole')}
        value={role}
        onChange={(next) => {
          setRole(next);
          setScope(null);
        }}
        options={fitting.map((one) => ({
          value: one,
          label: t(`vocabulary.role.${one}`),
          group: t(`admin.grant.group.${ROLE_SCOPES[one].bound === 'INSTALLATION' ? 'admin' : 'work'}`),
        }))}
        error={operation.fields.role ?? operation.fields.bodyId}
      />
      {needsScope && (
        <SelectField
          label={t(`admin.grant.${target}`)}
          hint={scopes[target].length === 0 ? t(`admin.grant.no${target}`) : undefined}
          emptyLabel={t('admin.grant.chooseScope')}
          value={scope}
          onChange={setScope}
          options={scopes[target]}
          error={operation.fields[target === 'POST' ? 'postId' : 'departmentId']}
        />
      )}
      {target === 'BODY' && <p className={css.quiet}>{t('admin.grant.inBody', { name: body?.name ?? '' })}</p>}
      {target === 'INSTALLATION' && <p className={css.quiet}>{t('admin.grant.apart')}</p>}
      <div className={css.two}>
        <DateField label={t('admin.grant.from')} value={fromOn} onChange={setFromOn} error={operation.fields.fromOn} />
        <DateField
          label={t('admin.grant.to')}
          optional
          hint={t('admin.grant.toHint')}
          value={toOn}
          onChange={setToOn}
          error={operation.fields.toOn}
        />
      </div>
    </VerbDialog>
  );
}

const labelOf = (one: Grantee) => `${one.name}(${one.login})`;
