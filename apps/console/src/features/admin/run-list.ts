import type { ApolloClient, OperationVariables } from '@apollo/client';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { TFunction } from 'i18next';
import { refusalWords, type UserError } from '../../forms/user-errors.ts';
import { today } from '../../format.ts';
import { actionKey } from '../../http.ts';
import { graphql } from '../../gql/index.ts';
import {
  joined,
  scopeOf,
  shortNameOf,
  type DirectoryList,
  type Entry,
  type GrantEntry,
  type Known,
} from './list-plan.ts';
import { GrantRole } from './GrantDialog.tsx';

const AddBody = graphql(`
  mutation ListBody($input: CreateBodyInput!) {
    createBody(input: $input) {
      body {
        id
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const AddDepartment = graphql(`
  mutation ListDepartment($input: CreateDepartmentInput!) {
    createDepartment(input: $input) {
      department {
        id
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const AddPost = graphql(`
  mutation ListPost($input: CreatePostInput!) {
    createPost(input: $input) {
      post {
        id
        version
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const AddPerson = graphql(`
  mutation ListPerson($input: CreatePersonInput!) {
    createPerson(input: $input) {
      person {
        id
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const AddAccount = graphql(`
  mutation ListAccount($input: CreateAccountInput!) {
    createAccount(input: $input) {
      account {
        id
      }
      oneTimePassword
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const Hold = graphql(`
  mutation ListHolding($input: HoldPostInput!) {
    holdPost(input: $input) {
      post {
        id
        version
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

export type MadePassword = { body: string; department: string | null; name: string; login: string; password: string };
type Sender = <TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  variables: TVariables,
) => Promise<TData>;

/** Sends one mutation; a refusal becomes an error in the reader's words. A repeat after a lost answer changes nothing twice. */
export function senderOf(client: ApolloClient, t: TFunction): Sender {
  return async (document, variables) => {
    const context = { headers: { 'idempotency-key': actionKey() } };
    const { data } = await client.mutate({ mutation: document, variables, context } as never);
    const payload = Object.values(data as object).find((value) => typeof value === 'object') as
      { userErrors?: readonly UserError[] } | undefined;
    const [error] = payload?.userErrors ?? [];
    if (error) throw new Error(refusalWords(t, error));
    return data as never;
  };
}

const need = (id: string | undefined, what: string): string => {
  if (id === undefined) throw new Error(what);
  return id;
};

/** Adds one entry of the plan; `known` learns its id, so that the next entries find it. */
export async function runEntry(
  send: Sender,
  list: DirectoryList,
  known: Known,
  entry: Entry,
): Promise<MadePassword | null> {
  const missing = entry.label;
  if (entry.step === 'bodies') {
    const { name, kind, creditCode, regionCode, ...rest } = list.bodies[entry.index]!;
    const data = await send(AddBody, {
      input: {
        name,
        kind,
        creditCode,
        regionCode,
        shortName: shortNameOf({ name, kind, creditCode, regionCode, ...rest }),
      },
    });
    known.bodies.set(name, data.createBody.body!.id);
  } else if (entry.step === 'departments') {
    const { body, name } = list.departments[entry.index]!;
    const data = await send(AddDepartment, { input: { bodyId: need(known.bodies.get(body), missing), name } });
    known.departments.set(joined(body, name), data.createDepartment.department!.id);
  } else if (entry.step === 'posts') {
    const { body, title, department, leadership, inChargeOf } = list.posts[entry.index]!;
    const departmentOf = (name: string) => need(known.departments.get(joined(body, name)), missing);
    const input = {
      bodyId: need(known.bodies.get(body), missing),
      title,
      leadership,
      departmentId: department ? departmentOf(department) : null,
      inChargeOf: inChargeOf.map(departmentOf),
    };
    const post = (await send(AddPost, { input })).createPost.post!;
    known.posts.set(joined(body, title), { id: post.id, version: post.version, holder: null });
  } else return runPerson(send, list.people[entry.index]!, known, entry);
  return null;
}

async function runPerson(
  send: Sender,
  row: DirectoryList['people'][number],
  known: Known,
  { step, label }: Entry,
): Promise<MadePassword | null> {
  const key = joined(row.body, row.name);
  if (step === 'people') {
    const data = await send(AddPerson, { input: { bodyId: need(known.bodies.get(row.body), label), name: row.name } });
    known.people.set(key, data.createPerson.person!.id);
    return null;
  }
  const personId = need(known.accounts.get(row.login)?.personId ?? known.people.get(key), label);
  if (step === 'accounts') {
    const made = (await send(AddAccount, { input: { personId, login: row.login } })).createAccount;
    known.accounts.set(row.login, { id: made.account!.id, personId, grants: [] });
    return {
      body: row.body,
      department: row.department,
      name: row.name,
      login: row.login,
      password: made.oneTimePassword ?? '',
    };
  }
  const postKey = joined(row.body, row.post ?? '');
  const post = known.posts.get(postKey);
  const data = await send(Hold, {
    input: { postId: need(post?.id, label), version: post?.version ?? 0, personId, fromOn: today() },
  });
  known.posts.set(postKey, { id: data.holdPost.post!.id, version: data.holdPost.post!.version, holder: row.name });
  return null;
}

/** Grants one role of the list in the scope it needs. */
export async function runGrant(
  send: Sender,
  known: Known,
  entry: GrantEntry,
  words: { noLogin: string; noScope: string },
): Promise<void> {
  const account = known.accounts.get(entry.login);
  if (!account) throw new Error(words.noLogin);
  const scope = scopeOf(entry, known);
  if (!scope) throw new Error(words.noScope);
  await send(GrantRole, { input: { accountId: account.id, role: entry.role, ...scope } });
}
