import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql } from '../../gql/index.ts';
import { toast } from '../../ui/toast-store.ts';

const TakeOver = graphql(`
  mutation TakeOver($input: FindingVerbInput!) {
    takeOver(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const ConfirmLeader = graphql(`
  mutation ConfirmLeader($input: FindingVerbInput!) {
    confirmLeader(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const Withdraw = graphql(`
  mutation Withdraw($input: FindingVerbInput!) {
    withdraw(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const Resume = graphql(`
  mutation Resume($input: FindingVerbInput!) {
    resume(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

export type SimpleVerb = 'takeOver' | 'confirmLeader' | 'withdraw' | 'resume';

/** The verbs that ask nothing but which finding; one runs at a time, and its refusal is the state returned. */
export function useSimpleVerb() {
  const { t } = useTranslation();
  const operations = {
    takeOver: useOperation(TakeOver),
    confirmLeader: useOperation(ConfirmLeader),
    withdraw: useOperation(Withdraw),
    resume: useOperation(Resume),
  };
  const [last, setLast] = useState<SimpleVerb>('takeOver');
  const operation = operations[last];
  const run = async (verb: SimpleVerb, finding: { id: string; version: number }) => {
    if (operation.busy) return;
    setLast(verb);
    const done = await operations[verb].run({ input: { findingId: finding.id, version: finding.version } });
    if (done) toast(t(`finding.done.${verb}`));
  };
  return { state: operation, running: operation.busy ? last : null, run };
}
