import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { useCapability } from '../../session/viewer.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Seal } from '../../ui/Seal.tsx';
import { State } from '../../ui/State.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { FindingVerbs } from './FindingVerbs.tsx';
import { ordinalWords } from './ordinal.ts';
import { statePhrase } from './state-phrase.ts';
import type { Neighbour } from './use-neighbours.ts';
import css from './FindingHeader.module.css';

const route = getRouteApi('/findings/$findingId');

const FindingHeaderFragment = graphql(`
  fragment FindingHeader_finding on Finding {
    id
    seq
    refNo
    title
    state
    cycle
    printedNumber
    remediationType
    plan
    closedAt
    closedByName
    aspect {
      id
      ordinal
      title
    }
    ...StatePhrase_finding
    ...FindingVerbs_finding
  }
`);

type FindingHeaderProps = {
  finding: FragmentType<typeof FindingHeaderFragment>;
  neighbours: { previous: Neighbour | null; next: Neighbour | null };
};

/** Number and title, where it belongs, how it stands, what is next, and the way to its neighbours. */
export function FindingHeader({ finding: masked, neighbours }: FindingHeaderProps) {
  const finding = readFragment(FindingHeaderFragment, masked);
  return (
    <header className={css.header}>
      <div className={css.trailLine}>
        <Trail finding={masked} />
        <Neighbours {...neighbours} />
      </div>
      <PageHeader title={`${finding.seq} ${finding.title}`} sub={<Standing finding={masked} />} />
      <FindingVerbs finding={finding} />
    </header>
  );
}

type Part = { finding: FragmentType<typeof FindingHeaderFragment> };

function Trail({ finding: masked }: Part) {
  const { t } = useTranslation();
  const finding = readFragment(FindingHeaderFragment, masked);
  const search = route.useSearch();
  const reachable = useCapability('LEDGER');
  const { aspect } = finding;
  return (
    <p className={css.trail}>
      {reachable && (
        <>
          <Link to="/ledger" search={search}>
            {t('shell.nav.ledger')}
          </Link>
          {' / '}
        </>
      )}
      {aspect && (
        <>
          {t('finding.aspect', { ordinal: ordinalWords(t, aspect.ordinal), title: aspect.title })}
          {' / '}
        </>
      )}
      <span className={css.ref}>{finding.refNo}</span>
    </p>
  );
}

function Standing({ finding: masked }: Part) {
  const { t } = useTranslation();
  const finding = readFragment(FindingHeaderFragment, masked);
  const landing = useJustClosed(finding.state);
  const phrase = statePhrase(t, finding);
  return (
    <span className={css.standing}>
      {finding.state === 'CLOSED' ? (
        <Seal
          size="page"
          landing={landing}
          signer={finding.closedByName}
          date={finding.closedAt && today(new Date(finding.closedAt))}
        />
      ) : (
        <State tone={phrase.tone}>{phrase.words}</State>
      )}
      {finding.plan !== 'MAIN' && <Tag>{t(`vocabulary.planKind.${finding.plan}`)}</Tag>}
      {finding.remediationType && <Tag>{t(`vocabulary.remediationType.${finding.remediationType}`)}</Tag>}
      {finding.cycle > 1 && <Tag>{t('finding.cycle', { count: finding.cycle })}</Tag>}
    </span>
  );
}

/** True from the moment the finding closes under the reader's eyes: the seal lands once. */
function useJustClosed(state: string): boolean {
  const before = useRef(state);
  const [landing, setLanding] = useState(false);
  useEffect(() => {
    if (before.current !== 'CLOSED' && state === 'CLOSED') setLanding(true);
    before.current = state;
  }, [state]);
  return landing;
}

function Neighbours({ previous, next }: FindingHeaderProps['neighbours']) {
  const { t } = useTranslation();
  const search = route.useSearch();
  if (!previous && !next) return null;
  return (
    <nav className={`${css.neighbours} no-print`} aria-label={t('finding.neighbours')}>
      {previous && (
        <Link
          to="/findings/$findingId"
          params={{ findingId: previous.id }}
          search={search}
          aria-label={t('finding.previous', { number: previous.seq })}
        >
          ← {previous.seq}
        </Link>
      )}
      <Kbd keys="J K" />
      {next && (
        <Link
          to="/findings/$findingId"
          params={{ findingId: next.id }}
          search={search}
          aria-label={t('finding.next', { number: next.seq })}
        >
          {next.seq} →
        </Link>
      )}
    </nav>
  );
}
