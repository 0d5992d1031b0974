import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { RowVerbsHead } from '../../forms/RowVerbs.tsx';
import { graphql, readFragment } from '../../gql/index.ts';
import { useCapability } from '../../session/viewer.ts';
import { NotFoundPage } from '../../shell/NotFoundPage.tsx';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { buttonClass } from '../../ui/button-class.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { GradeTable } from '../effects/GradeTable.tsx';
import { EditInspectionDialog, InspectionRowFragment, OpenInspectionsDialog } from './InspectionDialog.tsx';
import { MoreRows } from './MoreRows.tsx';
import { lastCursor, nodes } from './pages.ts';
import { EditRoundDialog, RoundRowFragment } from './RoundDialog.tsx';
import { SettingsVersions } from '../rounds/settings/SettingsVersions.tsx';
import { CHAIN_SWITCHES, valuesOf } from '../rounds/settings/values.ts';
import { settingsSummary } from '../rounds/settings/summary.ts';
import css from './admin.module.css';

const RoundDocument = graphql(`
  query RoundPage($id: ID!, $after: String) {
    node(id: $id) {
      __typename
      id
      ... on Round {
        ...RoundRow_round
        ...GradeTable_round
        settingsVersions {
          ...SettingsVersions_version
        }
        inspections(first: 100, after: $after) {
          edges {
            cursor
            node {
              id
              body {
                id
              }
              ...InspectionRow_inspection
              progress {
                findings
              }
            }
          }
          pageInfo {
            hasNextPage
          }
          totalCount
        }
      }
    }
  }
`);

const route = getRouteApi('/rounds/$roundId');

/** One round: its settings and the bodies inspected in it, with the days every deadline counts from. */
export function RoundPage() {
  const { t } = useTranslation();
  const { roundId } = route.useParams();
  const { data, error, refetch, fetchMore } = useQuery(RoundDocument, { variables: { id: roundId } });
  const [opened, setOpened] = useState<string | null>(null);
  const oversees = useCapability('OUTLINE');
  if (!data) return error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  if (data.node?.__typename !== 'Round') return <NotFoundPage />;
  const { node } = data;
  const round = readFragment(RoundRowFragment, node);
  const rows = nodes(node.inspections);
  const settings = valuesOf(round.settingsInForce);
  const steps = CHAIN_SWITCHES.filter((step) => settings.chain[step]);
  const close = () => setOpened(null);
  const more = () =>
    fetchMore({
      variables: { after: lastCursor(node.inspections) },
      updateQuery: (old, { fetchMoreResult: next }) => {
        const before = (old as typeof next).node;
        if (before?.__typename !== 'Round' || next.node?.__typename !== 'Round') return old as typeof next;
        const edges = [...before.inspections.edges, ...next.node.inspections.edges];
        return { ...next, node: { ...before, inspections: { ...next.node.inspections, edges } } };
      },
    });
  return (
    <>
      <PageHeader
        title={round.name}
        trail={<Link to="/rounds">{t('shell.nav.rounds')}</Link>}
        sub={t('admin.round.facts', { year: round.year, number: round.number, office: round.office?.shortName ?? '—' })}
        actions={
          <>
            {oversees && (
              <a className={buttonClass()} href={`/export/round-summary.xlsx?roundId=${round.id}`} download>
                {t('admin.round.summaryFile')}
              </a>
            )}
            <Button onClick={() => setOpened('settings')}>{t('admin.round.edit')}</Button>
            <Button look="ink" onClick={() => setOpened('open')}>
              {t('admin.inspection.open')}
            </Button>
          </>
        }
      />
      <p className={css.prose}>
        {settingsSummary(t, settings)}
        {' · '}
        {t('rounds.warningsSummary', {
          days: settings.warnings.filter((level) => level.code !== 'RED').map((level) => level.daysLeft),
        })}
        {' · '}
        {t('admin.round.steps', {
          steps: [
            ...steps.filter((step) => step !== 'office').map((step) => t(`admin.round.step.${step}`)),
            t('vocabulary.signoffStepKind.SECRETARY'),
            ...(steps.includes('office') ? [t('admin.round.step.office')] : []),
          ].join(' → '),
        })}
      </p>
      <SettingsVersions versions={node.settingsVersions} />
      <div className={css.section} style={{ marginTop: 'var(--s4)' }}>
        {rows.length === 0 ? (
          <EmptyState title={t('admin.inspection.none')}>{t('admin.inspection.noneHint')}</EmptyState>
        ) : (
          <InspectionTable rows={rows} onEdit={setOpened} />
        )}
        {rows.length > 0 && <GradeTable round={node} />}
        <MoreRows shown={rows.length} total={node.inspections.totalCount} onMore={more} />
      </div>
      {opened === 'settings' && <EditRoundDialog round={node} onClose={close} />}
      {opened === 'open' && (
        <OpenInspectionsDialog roundId={round.id} taken={rows.map((row) => row.body.id)} onClose={close} />
      )}
      {rows
        .filter((row) => row.id === opened)
        .map((row) => (
          <EditInspectionDialog key={row.id} inspection={row} onClose={close} />
        ))}
    </>
  );
}

type Row = Parameters<typeof EditInspectionDialog>[0]['inspection'] & { id: string; progress: { findings: number } };

function InspectionTable({ rows, onEdit }: { rows: readonly Row[]; onEdit: (id: string) => void }) {
  const { t } = useTranslation();
  const counts = useCapability('OUTLINE'); // an administrator sees no findings: 0 would be a lie
  return (
    <Table caption={t('admin.inspection.bodies')} cards>
      <thead>
        <tr>
          <Th>{t('admin.inspection.body')}</Th>
          <Th>{t('admin.inspection.type')}</Th>
          <Th>{t('admin.inspection.team')}</Th>
          <Th>{t('admin.inspection.onSite')}</Th>
          <Th>{t('admin.inspection.feedbackOn')}</Th>
          <Th>{t('admin.inspection.concentratedUntil')}</Th>
          {counts && <Th right>{t('admin.inspection.findings')}</Th>}
          <RowVerbsHead />
        </tr>
      </thead>
      <tbody>
        {rows.map((masked) => {
          const row = readFragment(InspectionRowFragment, masked);
          const onSite = [row.onSiteFrom, row.onSiteTo].filter(Boolean).join(t('admin.inspection.until'));
          return (
            <tr key={row.id}>
              <Td label={t('admin.inspection.body')} className={css.strong}>
                <Link to="/inspections/$inspectionId" params={{ inspectionId: row.id }}>
                  {row.body.name}
                </Link>
              </Td>
              <Td label={t('admin.inspection.type')}>{t(`vocabulary.inspectionType.${row.type}`)}</Td>
              <Td label={t('admin.inspection.team')}>{row.team ?? '—'}</Td>
              <Td label={t('admin.inspection.onSite')}>{onSite || '—'}</Td>
              <Td label={t('admin.inspection.feedbackOn')}>{row.feedbackOn ?? '—'}</Td>
              <Td label={t('admin.inspection.concentratedUntil')}>
                {row.concentratedUntil ?? t('admin.inspection.noFeedback')}
              </Td>
              {counts && (
                <Td right label={t('admin.inspection.findings')}>
                  {masked.progress.findings}
                </Td>
              )}
              <Td>
                <div className={css.verbs}>
                  <Button look="quiet" onClick={() => onEdit(row.id)}>
                    {t('admin.edit')}
                  </Button>
                </div>
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
