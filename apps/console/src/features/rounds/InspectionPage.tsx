import { useQuery } from '@apollo/client/react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import { useCapability } from '../../session/viewer.ts';
import { NotFoundPage } from '../../shell/NotFoundPage.tsx';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { InspectionFacts } from './InspectionFacts.tsx';
import { InspectionSettingsDialog } from './InspectionSettingsDialog.tsx';
import { SettingsVersions } from './settings/SettingsVersions.tsx';
import { offsetWords } from './reason-words.ts';

const InspectionPageDocument = graphql(`
  query InspectionPage($id: ID!) {
    inspection(id: $id) {
      id
      type
      team
      onSiteFrom
      onSiteTo
      feedbackOn
      planAcceptedOn
      classification
      body {
        id
        name
      }
      round {
        id
        name
      }
      dates {
        code
        dueOn
        amount
        unit
        from
      }
      settingsVersions {
        ...SettingsVersions_version
      }
      plans
      ...InspectionFacts_inspection
      ...InspectionSettings_inspection
    }
  }
`);

const route = getRouteApi('/inspections/$inspectionId');

/** 巡察概况: the days of an inspection, and every date the settings give it with its reason. */
export function InspectionPage() {
  const { t } = useTranslation();
  const { inspectionId } = route.useParams();
  const { data, error, refetch } = useQuery(InspectionPageDocument, { variables: { id: inspectionId } });
  const manages = useCapability('ADMIN_ROUNDS');
  const [open, setOpen] = useState(false);
  if (!data) return error ? <FaultPanel error={error} onRetry={() => void refetch()} /> : <Skeleton />;
  const { inspection } = data;
  if (!inspection) return <NotFoundPage />;
  const { round, body, dates, team, type, onSiteFrom, onSiteTo, feedbackOn, planAcceptedOn, classification } =
    inspection;
  const onSite = [onSiteFrom, onSiteTo].filter(Boolean).join(t('admin.inspection.until'));
  const facts = [
    t(`vocabulary.inspectionType.${type}`),
    team,
    onSite && `${t('admin.inspection.onSite')} ${onSite}`,
    feedbackOn && `${t('admin.inspection.feedbackOn')} ${feedbackOn}`,
    planAcceptedOn && `${t('admin.inspection.planAcceptedOn')} ${planAcceptedOn}`,
    inspection.plans.length > 1 && inspection.plans.map((plan) => t(`vocabulary.planKind.${plan}`)).join('、'),
    classification && t('rounds.classified', { words: t(`vocabulary.classification.${classification}`) }),
  ];
  return (
    <>
      <PageHeader
        title={body.name}
        trail={
          manages ? (
            <Link to="/rounds/$roundId" params={{ roundId: round.id }}>
              {round.name}
            </Link>
          ) : (
            round.name
          )
        }
        sub={facts.filter(Boolean).join(' · ')}
        actions={manages && <Button onClick={() => setOpen(true)}>{t('rounds.ownSettings')}</Button>}
      />
      {dates.length === 0 ? (
        <EmptyState title={t('rounds.noDates')}>{t('rounds.noDatesHint')}</EmptyState>
      ) : (
        <Table caption={t('rounds.dates')} cards>
          <thead>
            <tr>
              <Th>{t('rounds.dateName')}</Th>
              <Th>{t('rounds.day')}</Th>
              <Th>{t('rounds.why')}</Th>
            </tr>
          </thead>
          <tbody>
            {dates.map(({ code, dueOn, amount, unit, from }) => (
              <tr key={code}>
                <Td label={t('rounds.dateName')}>{t(`vocabulary.offsetCode.${code}`)}</Td>
                <Td label={t('rounds.day')}>{dueOn}</Td>
                <Td label={t('rounds.why')}>
                  {t(code === 'periodicReport' ? 'rounds.afterReport' : 'rounds.afterFeedback', {
                    offset: offsetWords(t, { amount, unit }),
                    from,
                  })}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <p style={{ marginTop: 'var(--s3)', color: 'var(--ink-3)' }}>{t('rounds.given')}</p>
      <InspectionFacts inspection={inspection} />
      <SettingsVersions versions={inspection.settingsVersions} />
      {open && <InspectionSettingsDialog inspection={inspection} onClose={() => setOpen(false)} />}
    </>
  );
}
