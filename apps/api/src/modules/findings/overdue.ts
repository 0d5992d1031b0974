import { RUNNING_STATES } from '@closeout/domain';
import type { Expression } from '../../read/model.ts';

const RUNNING = RUNNING_STATES.map((state) => `'${state}'`).join(', ');

/** Running and past the due day: the SQL twin of `urgencyOf` = OVERDUE, held to it by a test. */
export const overdueSql: Expression = (f, reading) =>
  `${f}.state IN (${RUNNING}) AND ${f}.due_on < ${reading.statement.param(reading.today, 'text::date')}`;

/** Running and due from today to a day. */
export const dueUntilSql =
  (until: string): Expression =>
  (f, reading) =>
    `${f}.state IN (${RUNNING}) AND ${f}.due_on BETWEEN ${reading.statement.param(reading.today, 'text::date')} AND ${reading.statement.param(until, 'text::date')}`;
