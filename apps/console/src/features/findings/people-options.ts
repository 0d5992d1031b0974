import { useQuery } from '@apollo/client/react';
import { graphql } from '../../gql/index.ts';
import type { ComboOption } from '../../ui/ComboField.tsx';

const PeopleOptionsDocument = graphql(`
  query FindingPeopleOptions($bodyId: ID!, $bodyFilter: String!) {
    body(id: $bodyId) {
      id
      departments {
        id
        name
        active
      }
      leaders {
        id
        title
        active
        holder {
          id
          name
        }
      }
    }
    persons(filter: { bodyId: $bodyFilter }, first: 100) {
      edges {
        node {
          id
          name
          active
          posts {
            id
            title
            department {
              id
            }
          }
        }
      }
    }
  }
`);

export type PersonOption = ComboOption & { departmentIds: string[] };
export type PeopleOptions = {
  departments: ComboOption[];
  leaders: ComboOption[];
  persons: PersonOption[];
  error: unknown;
  loading: boolean;
};

/** The body's departments, leadership posts with their holders, and people, for the forms that name them. */
export function usePeopleOptions(bodyId: string): PeopleOptions {
  const { data, error, loading } = useQuery(PeopleOptionsDocument, {
    variables: { bodyId, bodyFilter: bodyId },
    fetchPolicy: 'cache-first',
  });
  return {
    departments: (data?.body?.departments ?? [])
      .filter((each) => each.active)
      .map((each) => ({ id: each.id, label: each.name })),
    leaders: (data?.body?.leaders ?? [])
      .filter((each) => each.active)
      .map((each) => ({ id: each.id, label: [each.holder?.name, each.title].filter(Boolean).join(' · ') })),
    persons: (data?.persons.edges ?? [])
      .filter(({ node }) => node.active)
      .map(({ node }) => ({
        id: node.id,
        label: node.name,
        detail: node.posts.map((post) => post.title).join('、'),
        departmentIds: node.posts.flatMap((post) => (post.department ? [post.department.id] : [])),
      })),
    error,
    loading,
  };
}

/** People of the department first: a handler is nearly always one of them. */
export const departmentFirst = (persons: readonly PersonOption[], departmentId: string | null): PersonOption[] => {
  const inside = (person: PersonOption) => departmentId !== null && person.departmentIds.includes(departmentId);
  return [...persons.filter(inside), ...persons.filter((person) => !inside(person))];
};
