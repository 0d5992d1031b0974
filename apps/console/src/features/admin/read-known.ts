import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../gql/index.ts';
import { joined, type Known } from './list-plan.ts';
import { readAll } from './pages.ts';

const KnownBodies = graphql(`
  query KnownBodies($after: String) {
    bodies(first: 100, after: $after) {
      edges {
        cursor
        node {
          id
          name
          departments {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const KnownPosts = graphql(`
  query KnownPosts($after: String) {
    posts(first: 100, after: $after) {
      edges {
        cursor
        node {
          id
          title
          version
          body {
            id
            name
          }
          holder {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const KnownPeople = graphql(`
  query KnownPeople($after: String) {
    persons(first: 100, after: $after) {
      edges {
        cursor
        node {
          id
          name
          active
          body {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const KnownAccounts = graphql(`
  query KnownAccounts($after: String) {
    accounts(first: 100, after: $after) {
      edges {
        cursor
        node {
          id
          login
          person {
            id
          }
          grants {
            id
            role
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

/** Everything that is in the directory now, by name: what a list is compared with. */
export async function readKnown(client: ApolloClient): Promise<Known> {
  const bodies = await readAll(client, KnownBodies, 'bodies');
  const posts = await readAll(client, KnownPosts, 'posts');
  const people = await readAll(client, KnownPeople, 'persons');
  const accounts = await readAll(client, KnownAccounts, 'accounts');
  return {
    bodies: new Map(bodies.map((body) => [body.name, body.id])),
    departments: new Map(
      bodies.flatMap((body) => body.departments.map((one) => [joined(body.name, one.name), one.id] as const)),
    ),
    posts: new Map(
      posts.map((post) => [
        joined(post.body.name, post.title),
        { id: post.id, version: post.version, holder: post.holder?.name ?? null },
      ]),
    ),
    people: new Map(
      people.filter((person) => person.active).map((person) => [joined(person.body.name, person.name), person.id]),
    ),
    accounts: new Map(
      accounts.map((account) => [
        account.login,
        { id: account.id, personId: account.person.id, grants: account.grants.map((grant) => grant.role) },
      ]),
    ),
  };
}
