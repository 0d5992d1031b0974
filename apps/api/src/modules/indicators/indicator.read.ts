import { percentOf, readingBasisPoints } from '@closeout/domain';
import { visibleWithFinding } from '../access/visibility.ts';
import { column, globalId, list, readType, sql, type ComputedField } from '../../read/model.ts';

/** The rate of a reading, worked out by the domain from its whole counts. */
const rate = (value: (basisPoints: number) => unknown): ComputedField => ({
  kind: 'computed',
  class: 'STATISTICS',
  needs: {
    numerator: (r) => `${r}.numerator`,
    denominator: (r) => `${r}.denominator`,
    statedBasisPoints: (r) => `${r}.stated_basis_points`,
  },
  value: (needs) => {
    const points = readingBasisPoints(needs as unknown as Parameters<typeof readingBasisPoints>[0]);
    return points === null ? null : value(points);
  },
});

readType({
  name: 'Indicator',
  table: 'indicator',
  prefix: 'ind',
  visible: visibleWithFinding(),
  fields: {
    id: globalId('ind'),
    ordinal: column('ordinal', 'STATISTICS'),
    name: column('name', 'TEXT'),
    unit: column('unit', 'TEXT'),
    target: column('target', 'TEXT'),
    readings: list(
      'IndicatorReading',
      (p, c) => `${c}.indicator_id = ${p}.id`,
      (c) => `${c}.ordinal`,
      { class: 'STATISTICS' },
    ),
    removable: sql(
      (row) =>
        `NOT EXISTS (SELECT 1 FROM indicator_reading ir WHERE ir.indicator_id = ${row}.id AND ir.kind = 'PROGRESS')`,
      'STATISTICS',
    ),
    version: column('version', 'STATISTICS'),
    createdAt: column('created_at', 'STATISTICS'),
    createdByName: column('created_by_name', 'NAMES'),
  },
});

readType({
  name: 'IndicatorReading',
  table: 'indicator_reading',
  prefix: 'rdg',
  visible: (row, reading) => {
    const indicator = reading.statement.alias('vi');
    return `EXISTS (SELECT 1 FROM indicator ${indicator} WHERE ${indicator}.id = ${row}.indicator_id AND ${visibleWithFinding()(indicator, reading)})`;
  },
  fields: {
    id: globalId('rdg'),
    ordinal: column('ordinal', 'STATISTICS'),
    kind: column('kind', 'STATISTICS'),
    definition: column('definition', 'TEXT'),
    numerator: column('numerator', 'STATISTICS'),
    denominator: column('denominator', 'STATISTICS'),
    basisPoints: rate((points) => points),
    percent: rate(percentOf),
    asOf: column('as_of', 'STATISTICS'),
    source: column('source', 'TEXT'),
    createdAt: column('created_at', 'STATISTICS'),
    createdByName: column('created_by_name', 'NAMES'),
  },
});
