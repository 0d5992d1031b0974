import { memo, useCallback } from 'react';
import { State } from '../src/ui/State.tsx';
import { VirtualRows } from '../src/ui/VirtualRows.tsx';
import css from './Gallery.module.css';

type Sample = { id: string; number: number; title: string };

const Row = memo(function Row({ row }: { row: Sample }) {
  return (
    <div role="row" className={css.gridRow}>
      <span role="cell">{row.number}</span>
      <span role="cell">{row.title}</span>
      <span role="cell">
        <State tone={row.number % 7 === 0 ? 'late' : 'ok'}>{row.number % 7 === 0 ? '逾期 2 天' : '正常'}</State>
      </span>
    </div>
  );
});

/** Ten thousand rows that scroll with the page. */
export function RowsSample({ count }: { count: number }) {
  const rows: Sample[] = Array.from({ length: count }, (_, i) => ({
    id: `r${i}`,
    number: i + 1,
    title: `第 ${i + 1} 个问题` + '整改不到位'.repeat(i % 9),
  }));
  const draw = useCallback((row: Sample) => <Row row={row} />, []);
  return (
    <div role="table" aria-label="长台账" aria-rowcount={count} className={css.sheet}>
      <VirtualRows items={rows} keyOf={(row) => row.id} estimate={() => 38}>
        {draw}
      </VirtualRows>
    </div>
  );
}
