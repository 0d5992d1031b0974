import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { RowVerbs, RowVerbsHead } from '../../forms/RowVerbs.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { PartyPart_PartyFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { toast } from '../../ui/toast-store.ts';
import { PartHead } from '../findings/Panel.tsx';
import { OUTCOME_TONES } from '../findings/PointOutcome.tsx';
import { PartyDialog } from './PartyDialog.tsx';

const PartyFragment = graphql(`
  fragment PartyPart_party on ExternalParty {
    id
    kind
    name
    fact
    progress
    outcome
    removable
    version
  }
`);

const PartyPartFragment = graphql(`
  fragment PartyPart_finding on Finding {
    id
    seq
    viewerCan
    parties {
      id
      ...PartyPart_party
    }
  }
`);

const RemoveParty = graphql(`
  mutation RemoveParty($input: RemovePartyInput!) {
    removeParty(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 外部单位和人员: each with the fact and the progress of its own. */
export function PartyPart({ finding: masked }: { finding: FragmentType<typeof PartyPartFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(PartyPartFragment, masked);
  const [opened, setOpened] = useState<{ party: PartyPart_PartyFragment | null } | null>(null);
  const remove = useOperation(RemoveParty);
  const may = finding.viewerCan.includes('noteParty');
  const parties = finding.parties.map((each) => readFragment(PartyFragment, each));
  if (parties.length === 0 && !may) return null;
  const takeBack = async (partyId: string) => {
    if (await remove.run({ input: { findingId: finding.id, partyId } })) toast(t('party.removed'));
  };
  return (
    <section id="parties" tabIndex={-1} aria-label={t('party.title')}>
      <PartHead
        title={t('party.title')}
        actions={
          may && (
            <Button look="quiet" onClick={() => setOpened({ party: null })}>
              {t('party.add')}
            </Button>
          )
        }
      />
      {parties.length > 0 && (
        <Table caption={t('party.title')} cards>
          <thead>
            <tr>
              <Th>{t('party.name')}</Th>
              <Th>{t('party.fact')}</Th>
              <Th>{t('party.progress')}</Th>
              <Th>{t('finding.result')}</Th>
              {may && <RowVerbsHead />}
            </tr>
          </thead>
          <tbody>
            {parties.map((each) => (
              <tr key={each.id}>
                <Td label={t('party.name')}>{each.name}</Td>
                <Td label={t('party.fact')}>{each.fact}</Td>
                <Td label={t('party.progress')}>{each.progress ?? '—'}</Td>
                <Td label={t('finding.result')} style={{ whiteSpace: 'nowrap' }}>
                  {each.outcome ? (
                    <State tone={OUTCOME_TONES[each.outcome]}>{t(`vocabulary.pointOutcome.${each.outcome}`)}</State>
                  ) : (
                    <State tone="calm">{t('finding.noOutcome')}</State>
                  )}
                </Td>
                {may && (
                  <RowVerbs
                    onChange={() => setOpened({ party: each })}
                    remove={each.removable ? t('party.remove') : null}
                    busy={remove.busy}
                    onRemove={() => void takeBack(each.id)}
                  />
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <OperationErrors operation={remove} />
      {opened && <PartyDialog finding={finding} party={opened.party} onClose={() => setOpened(null)} />}
    </section>
  );
}
