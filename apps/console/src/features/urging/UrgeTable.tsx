import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { missingWords } from '../../forms/missing.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { Urgency, UrgeTable_LineFragment } from '../../gql/graphql.ts';
import { State, type Tone } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import css from './urging.module.css';

const LineFragment = graphql(`
  fragment UrgeTable_line on UrgeLine {
    findingId
    seq
    title
    state
    dueOn
    urgency
    colour
    handlerName
    missing {
      code
      subject
      count
    }
  }
`);

const TONES: Record<Urgency, Tone> = { NONE: 'plain', ON_TIME: 'ok', GREEN: 'ok', YELLOW: 'warn', OVERDUE: 'late' };

/** `红色 · 已逾期`: the round's colour never stands without its words. */
const pressing = (t: TFunction, { colour, urgency }: UrgeTable_LineFragment): string =>
  colour
    ? t('warnings.shown', { colour: t(`vocabulary.warningShade.${colour}`), level: t(`vocabulary.urgency.${urgency}`) })
    : t(`vocabulary.urgency.${urgency}`);

type UrgeTableProps = { caption: string; lines: readonly FragmentType<typeof LineFragment>[] };

/** What is open and what the gate misses, line by line, on screen as on paper. */
export function UrgeTable({ caption, lines }: UrgeTableProps) {
  const { t } = useTranslation();
  return (
    <Table caption={caption} cards>
      <thead>
        <tr>
          <Th right>{t('ledger.column.seq')}</Th>
          <Th>{t('home.finding')}</Th>
          <Th>{t('ledger.column.handler')}</Th>
          <Th>{t('ledger.column.due')}</Th>
          <Th>{t('urging.pressing')}</Th>
          <Th>{t('urging.missing')}</Th>
        </tr>
      </thead>
      <tbody>
        {lines
          .map((masked) => readFragment(LineFragment, masked))
          .map((line) => (
            <tr key={line.findingId}>
              <Td right>{line.seq}</Td>
              <Td>
                <Link to="/findings/$findingId" params={{ findingId: line.findingId }}>
                  {line.title}
                </Link>
              </Td>
              <Td label={t('ledger.column.handler')}>{line.handlerName ?? t('urging.nobody')}</Td>
              <Td label={t('ledger.column.due')} className={css.nowrap}>
                {line.dueOn ?? '—'}
              </Td>
              <Td label={t('urging.pressing')} className={css.nowrap}>
                <State tone={TONES[line.urgency]}>{pressing(t, line)}</State>
              </Td>
              <Td label={t('urging.missing')}>
                {line.missing.map((item) => missingWords(t, item)).join('；') ||
                  t(line.state === 'IN_REVIEW' ? 'urging.onlySignatures' : 'urging.nothingMissing')}
              </Td>
            </tr>
          ))}
      </tbody>
    </Table>
  );
}
