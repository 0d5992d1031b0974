import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { PointOutcome } from './PointOutcome.tsx';
import { PartHead } from './Panel.tsx';
import { NewSumButton } from '../money/NewSumButton.tsx';
import { SumAmounts, SumStanding, type SumAmountsFragment, type SumStandingFragment } from '../money/SumCells.tsx';
import css from './PointsTable.module.css';

const PointsTableFragment = graphql(`
  fragment PointsTable_finding on Finding {
    id
    viewerCan
    points {
      id
      ordinal
      text
      ...PointOutcome_point
    }
    sums {
      id
      ordinal
      label
      point {
        id
      }
      ...SumAmounts_sum
      ...SumStanding_sum
    }
    ...NewSumButton_finding
  }
`);

/** 具体问题与结果: each point with its stated and established money, its disposition and its outcome. */
export function PointsTable({ finding: masked }: { finding: FragmentType<typeof PointsTableFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(PointsTableFragment, masked);
  const loose = finding.sums.filter((sum) => !sum.point);
  if (finding.points.length === 0 && loose.length === 0 && !finding.viewerCan.includes('establishSum')) return null;
  return (
    <section id="points" tabIndex={-1} aria-label={t('finding.pointsTitle')}>
      <PartHead title={t('finding.pointsTitle')} actions={<NewSumButton finding={finding} />} />
      {finding.points.length + loose.length > 0 && (
        <Table caption={t('finding.pointsTitle')} cards className={css.points}>
          <thead>
            <tr>
              <Th>{t('finding.point')}</Th>
              <Th right>{t('sums.stated')}</Th>
              <Th right>{t('sums.established')}</Th>
              <Th>{t('sums.disposition')}</Th>
              <Th>{t('finding.result')}</Th>
            </tr>
          </thead>
          <tbody>
            {finding.points.map((point) => {
              const sums = finding.sums.filter((sum) => sum.point?.id === point.id);
              return (
                <PointRow
                  key={point.id}
                  id={`point-${point.ordinal}`}
                  text={point.text}
                  sums={sums}
                  outcome={<PointOutcome point={point} may={finding.viewerCan.includes('setPointOutcome')} />}
                  viewerCan={finding.viewerCan}
                />
              );
            })}
            {loose.map((sum) => (
              <PointRow
                key={sum.id}
                id={`sum-row-${sum.ordinal}`}
                text={sum.label}
                sums={[sum]}
                viewerCan={finding.viewerCan}
              />
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

type PointRowProps = {
  id: string;
  text: string;
  sums: readonly (FragmentType<typeof SumAmountsFragment> &
    FragmentType<typeof SumStandingFragment> & { id: string; ordinal: number; label: string })[];
  outcome?: React.ReactNode;
  viewerCan: readonly string[];
};

/** One printed line per sum; the point's words and outcome stand once, over all of its sums. */
function PointRow({ id, text, sums, outcome, viewerCan }: PointRowProps) {
  const { t } = useTranslation();
  const [first, ...rest] = sums;
  const span = sums.length > 1 ? sums.length : undefined;
  const words = (
    <Td rowSpan={span} className={css.words}>
      {text}
    </Td>
  );
  if (!first) {
    return (
      <tr id={id} tabIndex={-1} className={css.row}>
        {words}
        <Td right label={t('sums.stated')}>
          —
        </Td>
        <Td right label={t('sums.established')}>
          —
        </Td>
        <Td label={t('sums.disposition')}>—</Td>
        <Td label={t('finding.result')}>{outcome}</Td>
      </tr>
    );
  }
  return (
    <>
      <tr id={id} tabIndex={-1} className={css.row}>
        {words}
        <SumAmounts sum={first} />
        <Td label={t('finding.result')} id={`sum-${first.ordinal}`} tabIndex={-1}>
          {outcome}
          <SumStanding sum={first} viewerCan={viewerCan} />
        </Td>
      </tr>
      {rest.map((sum) => (
        <tr key={sum.id} className={css.row}>
          <SumAmounts sum={sum} />
          <Td label={t('finding.result')} id={`sum-${sum.ordinal}`} tabIndex={-1}>
            {sum.label !== text && <p className={css.label}>{sum.label}</p>}
            <SumStanding sum={sum} viewerCan={viewerCan} />
          </Td>
        </tr>
      ))}
    </>
  );
}
