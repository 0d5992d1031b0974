import { ApolloClient, ApolloLink, InMemoryCache, gql } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { act, render, renderHook, screen } from '@testing-library/react';
import { GraphQLError } from 'graphql';
import type { ReactNode } from 'react';
import { type Observable, of, throwError } from 'rxjs';
import { expect, it } from 'vitest';
import { OperationErrors } from './OperationErrors.tsx';
import { useOperation } from './use-operation.ts';
import type { UserError } from './user-errors.ts';

type Data = { submitFinding: { finding: { id: string } | null; userErrors: UserError[] } };
const SubmitFinding: TypedDocumentNode<Data, { id: string }> = gql`
  mutation SubmitFinding($id: ID!) {
    submitFinding(id: $id) {
      finding {
        id
      }
      userErrors {
        code
        field
        message
        missing {
          code
          subject
        }
        params
        rule
      }
    }
  }
`;

function setUp(answer: () => Observable<ApolloLink.Result>) {
  const keys: string[] = [];
  const link = new ApolloLink((operation) => {
    keys.push((operation.getContext().headers as Record<string, string>)['idempotency-key'] ?? '');
    return answer();
  });
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <ApolloProvider client={client}>{children}</ApolloProvider>
  );
  return { keys, ...renderHook(() => useOperation(SubmitFinding), { wrapper }) };
}

const payload = (userErrors: UserError[], finding: { id: string } | null = null) =>
  of({ data: { submitFinding: { finding, userErrors } } } as ApolloLink.Result);

it('answers with the payload when the server agrees', async () => {
  const { result } = setUp(() => payload([], { id: 'f28' }));
  const answer = await act(() => result.current.run({ id: 'f28' }));
  expect(answer?.finding).toEqual({ id: 'f28' });
  expect(result.current).toMatchObject({ busy: false, errors: [], fault: null });
});

it('turns refusals into field errors, a conflict, and words above the buttons', async () => {
  const { result } = setUp(() =>
    payload([
      {
        code: 'INVALID',
        rule: 'input.length',
        field: 'input.title',
        message: 'too long',
        params: { limit: 300, length: 320 },
      },
      {
        code: 'MISSING',
        rule: 'findings.gate',
        message: 'submit needs',
        missing: [{ code: 'EVIDENCE_PRESENT', subject: '4' }],
      },
      {
        code: 'CONFLICT',
        rule: 'ledger.version',
        message: 'changed',
        params: { by: '沈默', at: '2024-06-18T02:30:00Z', what: 'title,rootCause', version: 7 },
      },
    ]),
  );
  expect(await act(() => result.current.run({ id: 'f28' }))).toBeNull();
  expect(result.current.fields).toEqual({ title: '最多 300 字,现在 320 字。' });
  expect(result.current.conflict).toEqual({
    by: '沈默',
    at: '2024-06-18 10:30',
    what: ['title', 'rootCause'],
    version: 7,
  });
  render(<OperationErrors operation={result.current} fields={['title']} draftKept />);
  const panel = screen.getByRole('alert');
  expect(panel).toHaveTextContent('还有没备齐的');
  expect(panel).toHaveTextContent('措施四的佐证');
  expect(panel).toHaveTextContent('已填写的内容保存在本机');
  expect(panel).not.toHaveTextContent('最多 300 字');
});

it('repeats the same action under the same key, and a new one under a new key', async () => {
  let lost = true;
  const { result, keys } = setUp(() => (lost ? throwError(() => new TypeError('Failed to fetch')) : payload([])));
  await act(() => result.current.run({ id: 'f28' }));
  expect(result.current.fault).toBeInstanceOf(TypeError);
  lost = false;
  await act(() => result.current.run({ id: 'f28' }));
  await act(() => result.current.run({ id: 'f28' }));
  expect(keys[0]).toBe(keys[1]);
  expect(keys[2]).not.toBe(keys[1]);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
});

it('quotes the number under which the server logged its fault', async () => {
  const { result } = setUp(() =>
    of({
      errors: [new GraphQLError('withheld', { extensions: { code: 'INTERNAL', errorId: 'R-7F3K2Q' } })],
    } as ApolloLink.Result),
  );
  await act(() => result.current.run({ id: 'f28' }));
  render(<OperationErrors operation={result.current} />);
  expect(screen.getByText('R-7F3K2Q')).toBeVisible();
  expect(screen.queryByText(/withheld/)).toBeNull();
});
