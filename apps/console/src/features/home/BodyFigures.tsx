import { useTranslation } from 'react-i18next';
import { groupedYuan } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Figure, Figures } from './Figures.tsx';

const BodyFiguresFragment = graphql(`
  fragment BodyFigures_statistics on Statistics {
    asOf
    findings
    closed
    waitsForMe
    overdue
    dueSoon
    dueSoonUntil
    returned
    rate {
      basisPoints
    }
    balance {
      dueFen
      waivedFen
      outstandingFen
    }
    recovered {
      kind
      fen
      count
    }
  }
`);

type BodyFiguresProps = {
  statistics: FragmentType<typeof BodyFiguresFragment>;
  inspection: string;
  longestWait?: number;
};

/** The five figures: closed of all, waiting for me, overdue, due soon, money. Each opens exactly the rows it counts. */
export function BodyFigures({ statistics: masked, inspection, longestWait }: BodyFiguresProps) {
  const { t } = useTranslation();
  const it = readFragment(BodyFiguresFragment, masked);
  const percent =
    it.rate.basisPoints === null || it.rate.basisPoints === undefined
      ? '—'
      : `${(it.rate.basisPoints / 100).toFixed(2)} %`;
  const [whole, cents] = groupedYuan(it.balance.dueFen).split('.');
  const money = [
    ...it.recovered
      .filter((each) => each.count > 0)
      .map((each) => `${t(`vocabulary.recoveryKind.${each.kind}`)} ${groupedYuan(each.fen)}`),
    it.balance.waivedFen !== '0' && t('ledger.total.waived', { figure: groupedYuan(it.balance.waivedFen) }),
    t('ledger.total.outstanding', { figure: groupedYuan(it.balance.outstandingFen) }),
  ].filter(Boolean);
  return (
    <Figures label={t('home.figures')}>
      <Figure
        label={t('home.closed')}
        value={it.closed}
        unit={`/ ${it.findings}`}
        note={t('home.rate', { percent })}
        to="/ledger"
        search={{ inspection, state: ['CLOSED'] }}
      />
      <Figure
        label={t('shell.nav.inbox')}
        value={it.waitsForMe}
        note={
          it.waitsForMe === 0
            ? t('home.nothingWaits')
            : longestWait !== undefined && t('home.longest', { count: longestWait })
        }
        to="/ledger"
        search={{ inspection, mine: true }}
      />
      <Figure
        label={t('home.overdue')}
        value={it.overdue}
        tone="late"
        note={it.returned > 0 ? t('home.alsoReturned', { count: it.returned }) : t('home.noneReturned')}
        to="/ledger"
        search={{ inspection, overdue: true }}
      />
      <Figure
        label={t('home.soon')}
        value={it.dueSoon}
        tone="warn"
        note={t('home.until', { day: it.dueSoonUntil })}
        to="/ledger"
        search={{ inspection, from: it.asOf, to: it.dueSoonUntil }}
      />
      <Figure
        label={t('home.money')}
        value={whole ?? '0'}
        unit={`${cents && cents !== '00' ? `.${cents} ` : ''}${t('ui.amount.yuan')}`}
        note={money.join(' · ')}
        to="/money"
        search={{ inspection }}
      />
    </Figures>
  );
}
