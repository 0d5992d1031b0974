import { useQuery } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql } from '../../gql/index.ts';
import type { SightCard_SightFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { SightOutlinesDocument } from './RequestSightDialog.tsx';
import css from './sights.module.css';

const OpenSight = graphql(`
  mutation OpenSight($input: OpenSightInput!) {
    openSight(input: $input) {
      finding {
        id
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['SightsPanel'];

/** The findings that can be opened now; opening one is logged and leads to its page. */
export function OpenableFindings({ sight, inspectionId }: { sight: SightCard_SightFragment; inspectionId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const operation = useOperation(OpenSight, LISTS);
  const { data } = useQuery(SightOutlinesDocument, { variables: { filter: { inspectionId } }, skip: !sight.whole });
  const outlines = sight.whole
    ? (data?.findingOutlines.edges.map((edge) => edge.node) ?? [])
    : sight.findings.map((one) => one.outline);
  const open = async (outlineId: string) => {
    const answer = await operation.run({ input: { sightId: sight.id, outlineId } });
    if (answer?.finding) void navigate({ to: '/findings/$findingId', params: { findingId: answer.finding.id } });
  };
  return (
    <>
      <p className={css.quiet}>{t('sight.openHint')}</p>
      <ul className={css.list}>
        {outlines.map((one) => (
          <li key={one.id}>
            <Button look="quiet" busy={operation.busy} onClick={() => void open(one.id)}>
              {t('sight.open', { number: one.seq, title: one.title })}
            </Button>
          </li>
        ))}
      </ul>
      <OperationErrors operation={operation} onRetry={operation.reset} />
    </>
  );
}
