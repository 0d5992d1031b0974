import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql, readFragment } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { DecideTokenDialog } from './DecideTokenDialog.tsx';
import { TokenFactsFragment } from './token-facts.ts';
import css from '../inbox/waiting.module.css';

const WaitingTokensDocument = graphql(`
  query WaitingTokens {
    apiTokens(first: 100) {
      edges {
        cursor
        node {
          id
          ...TokenFacts_apiToken
        }
      }
    }
  }
`);

/** 待批准的令牌: what other systems ask to read of the own body beyond numbers; nothing where nothing waits. */
export function WaitingTokens() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(WaitingTokensDocument, { fetchPolicy: 'cache-and-network' });
  const [opened, setOpened] = useState<string | null>(null);
  if (error && !data) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  const tokens = (data?.apiTokens.edges ?? []).map((edge) => readFragment(TokenFactsFragment, edge.node));
  const waiting = tokens.filter((token) => token.viewerCan.includes('approve'));
  const asked = tokens.find((token) => token.id === opened);
  if (waiting.length === 0 && !asked) return null;
  return (
    <section className={css.waiting} aria-label={t('token.waiting')}>
      <h2>
        {t('token.waiting')} <span className={css.quiet}>{t('token.count', { count: waiting.length })}</span>
      </h2>
      <ol>
        {waiting.map((token) => (
          <li key={token.id} className={css.row}>
            <div>
              <p>
                <b>{token.name}</b>
              </p>
              <p>
                {t('token.asks', { classes: token.classes.map((one) => t(`vocabulary.fieldClass.${one}`)).join('、') })}
              </p>
              <p className={css.quiet}>{token.purpose}</p>
            </div>
            <Button look="ink" onClick={() => setOpened(token.id)}>
              {t('token.decide')}
            </Button>
          </li>
        ))}
      </ol>
      {asked && <DecideTokenDialog token={asked} onClose={() => setOpened(null)} />}
    </section>
  );
}
