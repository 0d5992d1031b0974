import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { dateTime } from '../../format.ts';
import { graphql, readFragment } from '../../gql/index.ts';
import type { SentUrge_UrgeFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { toast } from '../../ui/toast-store.ts';
import { SentUrgeFragment, URGE_LISTS } from './urge-facts.ts';
import { UrgeTable } from './UrgeTable.tsx';
import css from './urging.module.css';

const WaitingUrgesDocument = graphql(`
  query WaitingUrges {
    urges(filter: { waitsForMe: true }, first: 20) {
      totalCount
      edges {
        node {
          id
          ...SentUrge_urge
        }
      }
    }
  }
`);

const AcknowledgeUrge = graphql(`
  mutation AcknowledgeUrge($input: AcknowledgeUrgeInput!) {
    acknowledgeUrge(input: $input) {
      urge {
        id
        acknowledgedAt
        acknowledgedByName
        waitsForMe
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 收到的催报单: what the own department was asked for and has not taken note of yet; nothing where there is none. */
export function WaitingUrges() {
  const { data, error, refetch } = useQuery(WaitingUrgesDocument, { fetchPolicy: 'cache-and-network' });
  if (error && !data) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  const urges = data?.urges.edges.map((edge) => readFragment(SentUrgeFragment, edge.node)) ?? [];
  return urges.map((urge) => <Received key={urge.id} urge={urge} />);
}

function Received({ urge }: { urge: SentUrge_UrgeFragment }) {
  const { t } = useTranslation();
  const operation = useOperation(AcknowledgeUrge, URGE_LISTS);
  const title = t('urging.heading', { department: urge.department.name });
  const takeNote = async () => {
    if (await operation.run({ input: { urgeId: urge.id } })) toast(t('urging.done.acknowledged'));
  };
  return (
    <section className={css.sheet} aria-label={title}>
      <header className={css.head}>
        <h2>{title}</h2>
        <p className={css.quiet}>
          {[urge.sentByName, urge.sentByPost, dateTime(urge.sentAt)].filter(Boolean).join(' · ')}
        </p>
        <div className={`${css.verbs} no-print`}>
          <Button look="ink" busy={operation.busy} onClick={() => void takeNote()}>
            {t('urging.acknowledge')}
          </Button>
        </div>
      </header>
      {urge.note && <p>{urge.note}</p>}
      <UrgeTable caption={title} lines={urge.lines} />
      <OperationErrors operation={operation} />
    </section>
  );
}
