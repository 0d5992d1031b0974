import { useOperation } from '../../forms/use-operation.ts';
import { graphql } from '../../gql/index.ts';

const TakeCellsDocument = graphql(`
  mutation TakeCells($input: CorrectImportInput!) {
    correctImport(input: $input) {
      import {
        id
        version
        parsed
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const RecheckChangesDocument = graphql(`
  mutation RecheckChanges($input: ImportVerbInput!) {
    recheckChanges(input: $input) {
      import {
        id
        version
        parsed
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type Places = { changes?: number[]; additions?: number[] };

/** What is taken of a table and what is left out, and the comparison anew; the server keeps both. */
export function useTableDecisions({ id, version }: { id: string; version: number }) {
  const taking = useOperation(TakeCellsDocument);
  const rechecking = useOperation(RecheckChangesDocument);
  const take = (places: Places, accepted: boolean) =>
    taking.run({ input: { importId: id, version, edits: [{ takeCells: { ...places, accepted } }] } });
  const recheck = () => rechecking.run({ input: { importId: id, version } });
  return { taking, rechecking, take, recheck };
}

export type TableDecisions = ReturnType<typeof useTableDecisions>;
