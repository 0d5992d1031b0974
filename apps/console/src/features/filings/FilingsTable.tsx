import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortDateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { FilingsTable_InspectionFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { offsetWords } from '../rounds/reason-words.ts';
import { filingTitle, toneOf } from './filing-words.ts';
import { PrepareFilingDialog } from './PrepareFilingDialog.tsx';
import css from './filings.module.css';

const FilingsTableFragment = graphql(`
  fragment FilingsTable_inspection on Inspection {
    id
    filings {
      kind
      planKind
      number
      dueOn
      code
      amount
      unit
      from
      state
      lateDays
      firstFiledOn
      versions
      filingId
      version
      viewerCan
      latest {
        id
        preparedAt
        declineReason
        filedAt
        receivedAt
        decidedAt
        opinion
      }
    }
  }
`);

type Standing = FilingsTable_InspectionFragment['filings'][number];

/** What one body files: due with the reason of the day, late, how it stands, and the next step for who has it. */
export function FilingsTable({ inspection: masked }: { inspection: FragmentType<typeof FilingsTableFragment> }) {
  const { t } = useTranslation();
  const inspection = readFragment(FilingsTableFragment, masked);
  const [preparing, setPreparing] = useState<Standing | null>(null);
  if (inspection.filings.length === 0)
    return <EmptyState title={t('filing.noDates')}>{t('filing.noDatesText')}</EmptyState>;
  return (
    <>
      <Table caption={t('shell.nav.filings')} cards>
        <thead>
          <tr>
            <Th>{t('filing.paper')}</Th>
            <Th>{t('filing.dueOn')}</Th>
            <Th>{t('filing.standing')}</Th>
            <Th>{t('filing.lastStep')}</Th>
            <Th>{t('filing.step')}</Th>
          </tr>
        </thead>
        <tbody>
          {inspection.filings.map((one) => (
            <FilingRow
              key={`${one.kind} ${one.planKind} ${one.number}`}
              one={one}
              onPrepare={() => setPreparing(one)}
            />
          ))}
        </tbody>
      </Table>
      {preparing && (
        <PrepareFilingDialog inspectionId={inspection.id} filing={preparing} onClose={() => setPreparing(null)} />
      )}
    </>
  );
}

function FilingRow({ one, onPrepare }: { one: Standing; onPrepare: () => void }) {
  const { t } = useTranslation();
  const title = filingTitle(t, one);
  const words = one.latest?.opinion ?? one.latest?.declineReason;
  const at =
    one.latest && (one.latest.decidedAt ?? one.latest.receivedAt ?? one.latest.filedAt ?? one.latest.preparedAt);
  const rule = one.code === 'periodicReport' ? 'rounds.afterReport' : 'rounds.afterFeedback';
  return (
    <tr>
      <Td label={t('filing.paper')}>
        {one.filingId ? (
          <Link to="/filings/$filingId" params={{ filingId: one.filingId }}>
            {title}
          </Link>
        ) : (
          title
        )}
        {one.versions > 1 && <span className={css.quiet}> {t('filing.versions', { count: one.versions })}</span>}
      </Td>
      <Td label={t('filing.dueOn')}>
        {one.dueOn}
        <span className={css.why}>{t(rule, { offset: offsetWords(t, one), from: one.from })}</span>
      </Td>
      <Td label={t('filing.standing')}>
        <State tone={toneOf(one.state)}>{t(`vocabulary.filingState.${one.state}`)}</State>
        {one.lateDays > 0 && (
          <span className={css.stacked}>
            <State tone="late">
              {t(one.firstFiledOn ? 'filing.filedLate' : 'filing.overdue', { count: one.lateDays })}
            </State>
          </span>
        )}
      </Td>
      <Td label={t('filing.lastStep')}>
        {at ? shortDateTime(t, at) : one.firstFiledOn ? t('filing.onPaper', { day: one.firstFiledOn }) : '—'}
        {words && <span className={css.words}>{words}</span>}
      </Td>
      <Td label={t('filing.step')}>
        {one.viewerCan.includes('prepareFiling') ? (
          <Button onClick={onPrepare}>{t(one.state === 'DUE' ? 'filing.prepare' : 'filing.prepareAgain')}</Button>
        ) : one.viewerCan.length > 0 && one.filingId ? (
          <Link to="/filings/$filingId" params={{ filingId: one.filingId }}>
            {t('filing.look')}
          </Link>
        ) : (
          '—'
        )}
      </Td>
    </tr>
  );
}
