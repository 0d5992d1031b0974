import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Seal } from '../../ui/Seal.tsx';
import { State } from '../../ui/State.tsx';
import { statePhrase } from '../findings/state-phrase.ts';

const StateCellFragment = graphql(`
  fragment StateCell_finding on Finding {
    state
    result
    closedAt
    closedByName
    returned {
      at
      byName
      reason
    }
    ...StatePhrase_finding
  }
`);

/** The seal where the finding is closed; state and result as one phrase everywhere else. */
export function StateCell({ finding: masked }: { finding: FragmentType<typeof StateCellFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(StateCellFragment, masked);
  if (finding.state === 'CLOSED') {
    return <Seal signer={finding.closedByName} date={finding.closedAt && dateTime(finding.closedAt).slice(0, 10)} />;
  }
  const { tone, words } = statePhrase(t, finding);
  return (
    <State tone={tone} title={finding.returned?.reason}>
      {words}
    </State>
  );
}
