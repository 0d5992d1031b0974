import { useTranslation } from 'react-i18next';
import { groupedYuan } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Panel } from '../findings/Panel.tsx';
import css from './BalancePanel.module.css';

const BalancePanelFragment = graphql(`
  fragment BalancePanel_finding on Finding {
    balance {
      dueFen
      recoveredFen
      waivedFen
      outstandingFen
    }
    sums {
      id
    }
  }
`);

/** 清退平衡: due = recovered + waived + outstanding, on what is established. Nothing where the finding has no money. */
export function BalancePanel({ finding: masked }: { finding: FragmentType<typeof BalancePanelFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(BalancePanelFragment, masked);
  if (finding.sums.length === 0) return null;
  const { dueFen, recoveredFen, waivedFen, outstandingFen } = finding.balance;
  const rows = [
    [t('sums.due'), dueFen],
    [t('sums.recoveredTotal'), recoveredFen],
    [t('sums.waivedTotal'), waivedFen],
  ] as const;
  return (
    <Panel title={t('sums.balance')} note={t('ui.amount.yuan')}>
      <table className={css.balance}>
        <tbody>
          {rows.map(([label, fen]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{groupedYuan(fen)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('sums.outstandingTotal')}</th>
            <td>{groupedYuan(outstandingFen)}</td>
          </tr>
        </tfoot>
      </table>
    </Panel>
  );
}
