import { Fragment, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { chineseOrdinal, groupedYuan, today } from '../../format.ts';
import { readFragment } from '../../gql/index.ts';
import { ActionLinesFragment, useOrdinal } from './ActionLines.tsx';
import { DeadlineCell } from './DeadlineCell.tsx';
import type { InspectionInReach } from './inspections.ts';
import { groupItems, type LedgerTotals } from './ledger-items.ts';
import type { LedgerNode } from './ledger-pages.ts';
import type { LedgerView } from './ledger-search.ts';
import { LedgerRowFragment } from './LedgerRow.tsx';
import { DueCell, RecoveredCell } from './MoneyCells.tsx';
import { StateCell } from './StateCell.tsx';
import css from './PaperLedger.module.css';

type PaperLedgerProps = {
  rows: readonly LedgerNode[];
  inspection: InspectionInReach;
  view: LedgerView;
  grouped: boolean;
  totals: LedgerTotals;
};

const COLUMNS = [
  'seq',
  'findingText',
  'actionText',
  'leader',
  'department',
  'handler',
  'due',
  'state',
  'evidence',
  'dueSum',
  'recovered',
] as const;

/** Turns the whole print to landscape; a named page would leave the sheet before it upright and empty. */
function useLandscape() {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('@page { size: A4 landscape; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  }, []);
}

/** The ledger as it lies on the table at a meeting: landscape, head on every sheet, a finding's cell beside all its actions. */
export function PaperLedger({ rows, inspection, view, grouped, totals }: PaperLedgerProps) {
  const { t, i18n } = useTranslation();
  useLandscape();
  return (
    <section className={`print-only ${css.paper}`}>
      <h1 className={css.title}>
        {t('ledger.paperTitle', { body: inspection.body.name, view: t(`ledger.view.${view}`) })}
      </h1>
      <p className={css.units}>
        <span>{t('ledger.paperBody', { body: inspection.body.name })}</span>
        <span>{t('ledger.paperDay', { day: today() })}</span>
        <span>{t('ledger.paperUnit')}</span>
      </p>
      <table className={css.table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`ledger.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groupItems(rows, grouped).map((item) =>
            item.kind === 'group' ? (
              <tr key={item.key} className={css.group}>
                <th scope="rowgroup" colSpan={COLUMNS.length}>
                  {item.aspect
                    ? t('ledger.aspect', {
                        ordinal: i18n.language === 'zh' ? chineseOrdinal(item.aspect.ordinal) : item.aspect.ordinal,
                        title: item.aspect.title,
                      })
                    : t(item.immediate ? 'vocabulary.remediationType.IMMEDIATE' : 'ledger.noAspect')}
                </th>
              </tr>
            ) : (
              <PaperRows key={item.key} finding={item.finding} />
            ),
          )}
        </tbody>
      </table>
      <p className={css.units}>
        <span>
          {t('ledger.sum', {
            sums: (['due', 'recovered', 'waived', 'outstanding'] as const)
              .map((key) => t(`ledger.total.${key}`, { figure: groupedYuan(totals[key]) }))
              .join(' · '),
          })}
        </span>
      </p>
      <p className={css.signatures}>
        <span>{t('ledger.paperSecretary')}</span>
        <span>{t('ledger.paperLeader')}</span>
        <span>{t('ledger.paperMaker')}</span>
      </p>
    </section>
  );
}

function PaperRows({ finding: masked }: { finding: LedgerNode }) {
  const ordinal = useOrdinal();
  const finding = readFragment(LedgerRowFragment, masked);
  const actions = readFragment(ActionLinesFragment, finding).actions.edges.map((edge) => edge.node);
  const span = Math.max(1, actions.length);
  const lines = actions.length > 0 ? actions : [null];
  return lines.map((action, index) => (
    <tr key={action?.id ?? finding.id}>
      {index === 0 && (
        <>
          <td rowSpan={span}>{finding.seq}</td>
          <td rowSpan={span}>{finding.title}</td>
        </>
      )}
      <td>{action ? `${ordinal(action.ordinal)}、${action.text}` : '—'}</td>
      {index === 0 && (
        <Fragment>
          <td rowSpan={span}>{finding.leader?.holder?.name ?? finding.leader?.title ?? '—'}</td>
          <td rowSpan={span}>{finding.leadDepartment?.name ?? '—'}</td>
          <td rowSpan={span}>{finding.handler?.name ?? '—'}</td>
          <td rowSpan={span}>
            <DeadlineCell finding={finding} />
          </td>
          <td rowSpan={span}>
            <StateCell finding={finding} />
          </td>
          <td rowSpan={span}>{finding.evidenceCount}</td>
          <td rowSpan={span}>
            <DueCell finding={finding} />
          </td>
          <td rowSpan={span}>
            <RecoveredCell finding={finding} />
          </td>
        </Fragment>
      )}
    </tr>
  ));
}
