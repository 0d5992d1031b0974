import type { ApolloClient, OperationVariables } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback, useRef, useState } from 'react';
import { actionKey } from '../http.ts';
import { useTranslation } from 'react-i18next';
import { conflictOf, fieldErrors, type Conflict, type UserError } from './user-errors.ts';

/** What the mutation's single root field returns. */
type PayloadOf<TData> = NonNullable<TData[Exclude<keyof TData, '__typename'>]>;

export type OperationState = {
  busy: boolean;
  errors: readonly UserError[];
  /** By field, for the `error` of the form's fields. */
  fields: Readonly<Record<string, string>>;
  conflict: Conflict | null;
  /** No answer, a limit, a bug: shown by `OperationErrors`. */
  fault: unknown;
};

const NOTHING: readonly string[] = [];
const IDLE: OperationState = { busy: false, errors: [], fields: {}, conflict: null, fault: null };

function userErrorsOf(payload: unknown): readonly UserError[] {
  return (payload as { userErrors?: readonly UserError[] } | null)?.userErrors ?? [];
}

/**
 * Runs one mutation of the API. `run` answers with the payload when the server agreed and with `null` otherwise; why not
 * is in the returned state. A retry of the same variables carries the same idempotency key, so that an answer lost on the
 * way does not make the change happen twice.
 */
export function useOperation<TData, TVariables extends OperationVariables>(
  document: TypedDocumentNode<TData, TVariables>,
  /** Names of queries to read again afterwards: lists and counts that the payload cannot update. Keep it constant. */
  refetchQueries: readonly string[] = NOTHING,
) {
  const client = useApolloClient();
  const { t } = useTranslation();
  const [state, setState] = useState<OperationState>(IDLE);
  const attempt = useRef<{ signature: string; key: string } | null>(null);

  const run = useCallback(
    async (variables: TVariables): Promise<PayloadOf<TData> | null> => {
      const signature = JSON.stringify(variables);
      if (attempt.current?.signature !== signature) attempt.current = { signature, key: actionKey() };
      setState({ ...IDLE, busy: true });
      try {
        const headers = { 'idempotency-key': attempt.current.key };
        const options = { mutation: document, variables, context: { headers }, refetchQueries: [...refetchQueries] };
        const { data } = await client.mutate<TData, TVariables>(
          options as ApolloClient.MutateOptions<TData, TVariables>,
        );
        attempt.current = null;
        const payload = data
          ? (Object.entries(data).find(([key]) => key !== '__typename')?.[1] as PayloadOf<TData>)
          : null;
        const errors = userErrorsOf(payload);
        setState({ ...IDLE, errors, fields: fieldErrors(t, errors), conflict: conflictOf(errors) });
        return errors.length === 0 ? payload : null;
      } catch (fault) {
        setState({ ...IDLE, fault });
        return null;
      }
    },
    [client, document, refetchQueries, t],
  );
  const reset = useCallback(() => setState(IDLE), []);
  return { ...state, run, reset };
}
