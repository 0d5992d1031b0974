import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { SightCard_SightFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { State } from '../../ui/State.tsx';
import { toast } from '../../ui/toast-store.ts';
import { DecideSightDialog } from './DecideSightDialog.tsx';
import { OpenableFindings } from './OpenableFindings.tsx';
import css from './sights.module.css';

const SightCardFragment = graphql(`
  fragment SightCard_sight on Sight {
    id
    whole
    reason
    state
    runs
    fromOn
    toOn
    grantedUntilAtMost
    requestedByName
    requestedAt
    decidedByName
    decidedAt
    answer
    withdrawnByName
    withdrawnAt
    version
    viewerCan
    office {
      id
      name
    }
    findings {
      id
      outline {
        id
        seq
        title
      }
    }
    openings {
      id
      refNo
      personName
      openedOn
      times
    }
  }
`);

const WithdrawSight = graphql(`
  mutation WithdrawSight($input: SightInput!) {
    withdrawSight(input: $input) {
      sight {
        id
        ...SightCard_sight
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** Where it stands in one phrase: a grant that has run out is over. */
function standingOf(sight: SightCard_SightFragment) {
  if (sight.state === 'GRANTED') return sight.runs ? ('RUNS' as const) : ('OVER' as const);
  return sight.state;
}
const TONE = { PENDING: 'warn', RUNS: 'ok', OVER: 'calm', REFUSED: 'calm', WITHDRAWN: 'calm' } as const;

/** One request: why, which findings, the answer, what was opened; and what the viewer can do. */
export function SightCard(props: { sight: FragmentType<typeof SightCardFragment>; inspectionId: string }) {
  const { t } = useTranslation();
  const sight = readFragment(SightCardFragment, props.sight);
  const [deciding, setDeciding] = useState(false);
  const operation = useOperation(WithdrawSight);
  const standing = standingOf(sight);
  const withdraw = async () => {
    if (await operation.run({ input: { sightId: sight.id, version: sight.version } }))
      toast(t('sight.done.withdrawSight'));
  };
  const named = sight.findings.map(({ outline }) => `${outline.seq} ${outline.title}`);
  return (
    <article className={css.card} aria-label={sight.reason}>
      <p>
        <State tone={TONE[standing]}>{t(`sight.standing.${standing}`)}</State>{' '}
        {sight.toOn && t('sight.until', { from: sight.fromOn, to: sight.toOn })}
      </p>
      <p className={css.words}>{sight.reason}</p>
      <p className={css.quiet}>{[sight.office.name, sight.requestedByName, dateTime(sight.requestedAt)].join(' · ')}</p>
      <p>{sight.whole ? t('sight.whole') : named.join(';')}</p>
      {sight.decidedByName && (
        <p className={css.quiet}>
          {[sight.answer, sight.decidedByName, sight.decidedAt && dateTime(sight.decidedAt)]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {sight.withdrawnByName && (
        <p className={css.quiet}>
          {t('sight.endedBy', { name: sight.withdrawnByName, at: dateTime(sight.withdrawnAt!) })}
        </p>
      )}
      <p className={css.verbs}>
        {sight.viewerCan.includes('decideSight') && (
          <Button look="ink" onClick={() => setDeciding(true)}>
            {t('sight.decide')}
          </Button>
        )}
        {sight.viewerCan.includes('withdrawSight') && (
          <Button busy={operation.busy} onClick={() => void withdraw()}>
            {t('sight.withdraw')}
          </Button>
        )}
      </p>
      <OperationErrors operation={operation} onRetry={() => void withdraw()} />
      {sight.viewerCan.includes('openSight') && <OpenableFindings sight={sight} inspectionId={props.inspectionId} />}
      {sight.openings.length > 0 && (
        <Disclosure label={t('sight.openings', { count: sight.openings.length })}>
          <ul>
            {sight.openings.map((one) => (
              <li key={one.id}>
                {t('sight.opening', { day: one.openedOn, name: one.personName, refNo: one.refNo, count: one.times })}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {deciding && <DecideSightDialog sight={sight} onClose={() => setDeciding(false)} />}
    </article>
  );
}
