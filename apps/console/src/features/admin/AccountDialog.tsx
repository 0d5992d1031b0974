import { LIMITS } from '@closeout/domain/limits';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { ComboField } from '../../ui/ComboField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { OneTimePassword } from './OneTimePassword.tsx';
import { nodes } from './pages.ts';
import { PersonOptions } from './person-options.ts';

export const AccountRowFragment = graphql(`
  fragment AccountRow_account on Account {
    id
    login
    active
    mustChangePassword
    lockedUntil
    lastSignInAt
    version
    person {
      id
      name
      active
      body {
        id
        shortName
      }
    }
    grants {
      id
      role
    }
  }
`);

const CreateAccount = graphql(`
  mutation CreateAccount($input: CreateAccountInput!) {
    createAccount(input: $input) {
      account {
        ...AccountRow_account
      }
      oneTimePassword
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['Accounts'];

/** An account for somebody of the directory; the server makes the first password and shows it once. */
export function CreateAccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [personId, setPersonId] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [login, setLogin] = useState('');
  const [made, setMade] = useState<{ name: string; password: string } | null>(null);
  const { data } = useQuery(PersonOptions, { variables: { bodyId: null, text: text.trim() || null } });
  const operation = useOperation(CreateAccount, LISTS);
  const people = nodes(data?.persons).filter((person) => person.active);
  const submit = async () => {
    const payload = await operation.run({ input: { personId: personId ?? '', login } });
    const name = people.find((person) => person.id === personId)?.name ?? '';
    if (payload) setMade({ name, password: payload.oneTimePassword ?? '' });
  };
  if (made)
    return (
      <OneTimePassword login={login.trim().toLowerCase()} name={made.name} password={made.password} onClose={onClose} />
    );
  return (
    <VerbDialog
      title={t('admin.account.create')}
      verb={t('admin.account.create')}
      operation={operation}
      fields={['personId', 'login']}
      onSubmit={submit}
      onClose={onClose}
      off={personId ? null : t('admin.account.choosePerson')}
    >
      <ComboField
        label={t('admin.account.person')}
        hint={data && people.length === 0 && text === '' ? t('admin.account.noPeople') : undefined}
        value={personId}
        onChange={setPersonId}
        onSearch={(typed) => setText(people.some((person) => person.name === typed) ? '' : typed)}
        options={people.map((person) => ({
          id: person.id,
          label: person.name,
          detail: [person.body.shortName, ...person.posts.map((post) => post.title)].join(' · '),
        }))}
        error={operation.fields.personId}
      />
      <TextField
        label={t('admin.account.login')}
        hint={t('admin.account.loginHint')}
        value={login}
        onChange={setLogin}
        error={operation.fields.login}
        maxLength={LIMITS.login}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
    </VerbDialog>
  );
}

const VERBS = {
  disableAccount: graphql(`
    mutation DisableAccount($input: AccountVerbInput!) {
      disableAccount(input: $input) {
        account {
          ...AccountRow_account
        }
        oneTimePassword
        userErrors {
          ...UserErrors_fields
        }
      }
    }
  `),
  enableAccount: graphql(`
    mutation EnableAccount($input: AccountVerbInput!) {
      enableAccount(input: $input) {
        account {
          ...AccountRow_account
        }
        oneTimePassword
        userErrors {
          ...UserErrors_fields
        }
      }
    }
  `),
  resetPassword: graphql(`
    mutation ResetPassword($input: AccountVerbInput!) {
      resetPassword(input: $input) {
        account {
          ...AccountRow_account
        }
        oneTimePassword
        userErrors {
          ...UserErrors_fields
        }
      }
    }
  `),
};
export type AccountVerb = keyof typeof VERBS;

type AccountVerbDialogProps = {
  verb: AccountVerb;
  account: FragmentType<typeof AccountRowFragment>;
  onClose: () => void;
};

/** Disable, enable (also: unlock) or reset one account, saying beforehand what happens to the person's sessions. */
export function AccountVerbDialog({ verb, account: masked, onClose }: AccountVerbDialogProps) {
  const { t } = useTranslation();
  const account = readFragment(AccountRowFragment, masked);
  const [password, setPassword] = useState<string | null>(null);
  const operation = useOperation<
    Record<string, { oneTimePassword?: string | null }>,
    { input: { accountId: string; version: number } }
  >(VERBS[verb] as never);
  const submit = async () => {
    const payload = await operation.run({ input: { accountId: account.id, version: account.version } });
    if (!payload) return;
    if (payload.oneTimePassword) setPassword(payload.oneTimePassword);
    else onClose();
  };
  const { login, person } = account;
  if (password) return <OneTimePassword login={login} name={person.name} password={password} onClose={onClose} />;
  return (
    <VerbDialog
      title={t(`admin.account.${verb}.title`, { name: person.name, login })}
      verb={t(`admin.account.${verb}.verb`)}
      grave={verb === 'disableAccount'}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t(`admin.account.${verb}.hint`)}</p>
    </VerbDialog>
  );
}
