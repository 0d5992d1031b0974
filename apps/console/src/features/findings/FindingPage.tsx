import { useQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ActionList } from '../actions/ActionList.tsx';
import { EffectPart } from '../effects/EffectPart.tsx';
import { ExtensionPanel } from '../extensions/ExtensionPanel.tsx';
import { IndicatorPart } from '../indicators/IndicatorPart.tsx';
import { BalancePanel } from '../money/BalancePanel.tsx';
import { PartyPart } from '../parties/PartyPart.tsx';
import { NoticesPanel } from '../notices/NoticesPanel.tsx';
import { OpinionPanel } from '../rechecks/OpinionPanel.tsx';
import { ReopenedNote } from '../rechecks/ReopenedNote.tsx';
import { RepeatPanel } from '../repeats/RepeatPanel.tsx';
import { ChainPanel } from '../signoff/ChainPanel.tsx';
import { FindingHeader } from './FindingHeader.tsx';
import { FindingHints } from './FindingHints.tsx';
import { FindingText } from './FindingText.tsx';
import { Instructions } from './Instructions.tsx';
import { PeoplePanel } from './PeoplePanel.tsx';
import { PointsTable } from './PointsTable.tsx';
import { ReturnedNote } from './ReturnedNote.tsx';
import { Timeline } from './Timeline.tsx';
import { useMarkOpened } from './use-mark-opened.ts';
import { useNeighbours } from './use-neighbours.ts';
import css from './FindingPage.module.css';

const route = getRouteApi('/findings/$findingId');

const FindingPageDocument = graphql(`
  query FindingPage($id: ID!) {
    finding(id: $id) {
      id
      ...FindingPage_finding
    }
  }
`);

/** Everything the page shows of a finding; every mutation of the page returns it, so that the cache renews the page. */
const FindingPageFragment = graphql(`
  fragment FindingPage_finding on Finding {
    id
    inspection {
      id
    }
    ...FindingHeader_finding
    ...ReturnedNote_finding
    ...MarkOpened_finding
    ...FindingText_finding
    ...FindingHints_finding
    ...PointsTable_finding
    ...IndicatorPart_finding
    ...PartyPart_finding
    ...ActionList_finding
    ...EffectPart_finding
    ...ChainPanel_finding
    ...BalancePanel_finding
    ...PeoplePanel_finding
    ...ExtensionPanel_finding
    ...NoticesPanel_finding
    ...OpinionPanel_finding
    ...RepeatPanel_finding
    ...ReopenedNote_finding
    ...Instructions_finding
    ...Timeline_finding
  }
`);

/** 问题详情: one finding with everything that is done on it, and the next and previous of the list it was opened from. */
export function FindingPage() {
  const { t } = useTranslation();
  const { findingId } = route.useParams();
  const { data, error, refetch } = useQuery(FindingPageDocument, { variables: { id: findingId } });
  const finding = data?.finding;
  if (error && !finding) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={14} />;
  if (!finding) {
    return (
      <>
        <PageHeader title={t('finding.absent')} />
        <EmptyState title={t('finding.absentText')} />
      </>
    );
  }
  return (
    <>
      {error && <FaultPanel error={error} onRetry={() => void refetch()} />}
      <FindingSheet key={finding.id} finding={finding} />
    </>
  );
}

function FindingSheet({ finding: masked }: { finding: FragmentType<typeof FindingPageFragment> }) {
  const finding = readFragment(FindingPageFragment, masked);
  useMarkOpened(finding);
  const neighbours = useNeighbours(finding.id, finding.inspection.id);
  return (
    <article className={css.page}>
      <FindingHeader finding={finding} neighbours={neighbours} />
      <div className={css.columns}>
        <div className={css.main}>
          <ReopenedNote finding={finding} />
          <ReturnedNote finding={finding} />
          <FindingHints finding={finding} />
          <FindingText finding={finding} />
          <PointsTable finding={finding} />
          <IndicatorPart finding={finding} />
          <PartyPart finding={finding} />
          <ActionList finding={finding} />
          <EffectPart finding={finding} />
          <Timeline finding={finding} />
        </div>
        <aside className={css.side}>
          <ChainPanel finding={finding} />
          <BalancePanel finding={finding} />
          <PeoplePanel finding={finding} />
          <ExtensionPanel finding={finding} />
          <NoticesPanel finding={finding} />
          <OpinionPanel finding={finding} />
          <RepeatPanel finding={finding} />
          <Instructions finding={finding} />
        </aside>
      </div>
    </article>
  );
}
