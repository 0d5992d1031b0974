import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import css from '../inbox/waiting.module.css';
import { ConfirmDeputyDialog } from './ConfirmDeputyDialog.tsx';
import { DeputationFactsFragment } from './deputation-facts.ts';

const WaitingDeputiesDocument = graphql(`
  query WaitingDeputies {
    deputations(first: 50) {
      edges {
        node {
          id
          ...DeputationFacts_deputation
        }
      }
    }
  }
`);

/** 待确认的代签: what waits for this person's confirmation; nothing where there is none. */
export function WaitingDeputies() {
  const { t } = useTranslation();
  const { data } = useQuery(WaitingDeputiesDocument, { fetchPolicy: 'cache-and-network' });
  const [open, setOpen] = useState<string | null>(null);
  const all = data?.deputations.edges.map((edge) => readFragment(DeputationFactsFragment, edge.node)) ?? [];
  const rows = all.filter((row) => row.waitsForMe);
  const asked = rows.find((row) => row.id === open);
  if (rows.length === 0) return null;
  return (
    <section className={css.waiting} aria-label={t('deputy.waiting')}>
      <h2>{t('deputy.waiting')}</h2>
      <ol>
        {rows.map((row) => (
          <li key={row.id} className={css.row}>
            <div>
              <p>{t('deputy.confirmTitle', { deputy: row.deputyName, name: row.principalName })}</p>
              <p>{t('deputy.days', { from: row.fromOn, to: row.toOn })}</p>
              <p className={css.quiet}>{[row.appointedByName, row.reason].join(':')}</p>
            </div>
            <Button look="ink" onClick={() => setOpen(row.id)}>
              {t('deputy.confirm')}
            </Button>
          </li>
        ))}
      </ol>
      {asked && <ConfirmDeputyDialog asked={asked} onClose={() => setOpen(null)} />}
    </section>
  );
}
