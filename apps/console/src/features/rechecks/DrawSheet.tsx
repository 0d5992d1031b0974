import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { RecordRecheckDialog } from './RecordRecheckDialog.tsx';
import css from './rechecks.module.css';

const DrawSheetFragment = graphql(`
  fragment DrawSheet_draw on RecheckDraw {
    id
    stage
    seed
    drawnOn
    size
    population
    drawnByName
    recordedByMe
    drawnFor {
      id
      name
    }
    checks {
      id
      ordinal
      refNo
      outcome
      note
      checkedByName
      checkedAt
      version
      lapsed
      finding {
        id
        seq
        title
      }
    }
  }
`);

/** One draw: its sample with what was found, and below it everything that is needed to draw it again. */
export function DrawSheet({ draw: masked }: { draw: FragmentType<typeof DrawSheetFragment> }) {
  const { t } = useTranslation();
  const draw = readFragment(DrawSheetFragment, masked);
  const [open, setOpen] = useState<string | null>(null);
  const asked = draw.checks.find((check) => check.id === open);
  const done = draw.checks.filter((check) => check.outcome).length;
  const title = t('recheck.drawTitle', { day: draw.drawnOn, count: draw.size });
  return (
    <section className={`${css.sheet} keep-together`} aria-label={title}>
      <header className={css.head}>
        <h2>{title}</h2>
        <p className={css.quiet}>
          {[
            t(`vocabulary.drawStage.${draw.stage}`),
            draw.drawnFor.name,
            draw.drawnByName,
            t('recheck.progress', { done, count: draw.size }),
          ].join(' · ')}
        </p>
      </header>
      <Table caption={title} cards>
        <thead>
          <tr>
            <Th>{t('recheck.place')}</Th>
            <Th>{t('recheck.finding')}</Th>
            <Th>{t('recheck.outcome')}</Th>
            <Th>{t('recheck.note')}</Th>
            <Th>{t('recheck.checkedBy')}</Th>
          </tr>
        </thead>
        <tbody>
          {draw.checks.map((check) => (
            <tr key={check.id}>
              <Td label={t('recheck.place')}>{check.ordinal}</Td>
              <Td label={t('recheck.finding')}>
                {check.finding ? (
                  <Link to="/findings/$findingId" params={{ findingId: check.finding.id }}>
                    {check.finding.seq} {check.finding.title}
                  </Link>
                ) : (
                  check.refNo
                )}
              </Td>
              <Td label={t('recheck.outcome')}>
                {check.outcome ? (
                  <State tone={check.outcome === 'PASSED' ? 'ok' : 'late'}>
                    {t(`vocabulary.recheckOutcome.${check.outcome}`)}
                  </State>
                ) : check.lapsed ? (
                  <State tone="calm">{t('recheck.lapsed')}</State>
                ) : draw.recordedByMe ? (
                  <Button onClick={() => setOpen(check.id)}>{t('recheck.record')}</Button>
                ) : (
                  <State tone="calm">{t('recheck.open')}</State>
                )}
              </Td>
              <Td label={t('recheck.note')}>{check.note ?? '—'}</Td>
              <Td label={t('recheck.checkedBy')}>
                {check.checkedByName ? `${check.checkedByName} ${dateTime(check.checkedAt!)}` : '—'}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Disclosure label={t('recheck.again')}>
        <p>{t('recheck.againText', { seed: draw.seed, day: draw.drawnOn, count: draw.size })}</p>
        <pre
          className={css.recipe}
        >{`printf '%s' '${draw.seed}|${draw.drawnOn}|${draw.population[0] ?? ''}' | sha256sum`}</pre>
        <p className={css.quiet}>{t(`recheck.population.${draw.stage}`, { count: draw.population.length })}</p>
        <p className={css.numbers}>{draw.population.join('、')}</p>
      </Disclosure>
      {asked && <RecordRecheckDialog check={asked} stage={draw.stage} onClose={() => setOpen(null)} />}
    </section>
  );
}
