import { useFragment } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { today } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { Seal } from '../../ui/Seal.tsx';
import { State } from '../../ui/State.tsx';
import { statePhrase } from '../findings/state-phrase.ts';
import css from './Settled.module.css';

export const SettledFragment = graphql(`
  fragment Settled_finding on Finding {
    id
    seq
    title
    state
    closedAt
    closedByName
    ...StatePhrase_finding
  }
`);

/** 本次已办: what was signed or returned in this visit, as it stands now; a closed one carries its seal. */
export function Settled({ ids, title }: { ids: readonly string[]; title: string }) {
  if (ids.length === 0) return null;
  return (
    <section className={css.settled} aria-label={title}>
      <h2>{title}</h2>
      <ul className={css.list}>
        {ids.map((id) => (
          <SettledRow key={id} id={id} />
        ))}
      </ul>
    </section>
  );
}

function SettledRow({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, complete } = useFragment({
    fragment: SettledFragment,
    fragmentName: 'Settled_finding',
    from: { __typename: 'Finding', id },
  });
  if (!complete) return null;
  const phrase = statePhrase(t, data);
  return (
    <li className={css.row}>
      <span className={css.seq}>{data.seq}</span>
      <Link to="/findings/$findingId" params={{ findingId: data.id }} className={css.name}>
        {data.title}
      </Link>
      {data.state === 'CLOSED' ? (
        <Seal signer={data.closedByName} date={data.closedAt && today(new Date(data.closedAt))} landing />
      ) : (
        <State tone={phrase.tone}>{phrase.words}</State>
      )}
    </li>
  );
}
