import { useCallback, useEffect, useRef, useState } from 'react';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql } from '../../gql/index.ts';
import type { ImportEditInput } from '../../gql/graphql.ts';

const CorrectImportDocument = graphql(`
  mutation CorrectImport($input: CorrectImportInput!) {
    correctImport(input: $input) {
      import {
        id
        version
        checkedSeqs
        parsed
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 核对无误 changes no reading: the answer leaves the large parts out, so that Enter after Enter stays quick. */
const CheckFindingsDocument = graphql(`
  mutation CheckFindings($input: CorrectImportInput!) {
    correctImport(input: $input) {
      import {
        id
        version
        checkedSeqs
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type Imported = { id: string; version: number; checkedSeqs: readonly number[] };

/**
 * Corrections of one import, sent one after the other, each with the version the one before left. Checks show at once and
 * are taken back if the server refuses; everything else waits for the server.
 */
export function useCorrections({ id, version, checkedSeqs }: Imported) {
  const correcting = useOperation(CorrectImportDocument);
  const checking = useOperation(CheckFindingsDocument);
  const seen = useRef(version);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [pending, setPending] = useState<ReadonlyMap<number, boolean>>(new Map());
  useEffect(() => {
    seen.current = Math.max(seen.current, version);
  }, [version]);

  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.current.then(work);
    queue.current = next.catch(() => undefined);
    return next;
  }, []);
  const sent = useCallback((payload: { import?: { version: number } | null } | null): boolean => {
    if (payload?.import) seen.current = payload.import.version;
    return payload !== null;
  }, []);

  const runCorrect = correcting.run;
  const correct = useCallback(
    (edits: ImportEditInput[]): Promise<boolean> =>
      inTurn(async () => sent(await runCorrect({ input: { importId: id, version: seen.current, edits } }))),
    [id, inTurn, runCorrect, sent],
  );
  const runCheck = checking.run;
  const check = useCallback(
    async (seqs: number[], checked: boolean): Promise<boolean> => {
      setPending((old) => new Map([...old, ...seqs.map((seq) => [seq, checked] as const)]));
      const edits = [{ markChecked: { seqs, checked } }];
      const done = await inTurn(async () =>
        sent(await runCheck({ input: { importId: id, version: seen.current, edits } })),
      );
      setPending((old) => new Map([...old].filter(([seq]) => !seqs.includes(seq))));
      return done;
    },
    [id, inTurn, runCheck, sent],
  );
  const checked = new Set(checkedSeqs);
  for (const [seq, on] of pending) {
    if (on) checked.add(seq);
    else checked.delete(seq);
  }
  return { checked, check, correct, correcting, checking };
}

export type Corrections = ReturnType<typeof useCorrections>;
