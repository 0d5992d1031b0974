import type { Reading } from '../../read/model.ts';
import { grantInForce } from '../access/grant-in-force.ts';
import { holdsStep } from '../signoff/step-holders.ts';
import { deputiesOf } from '../deputies/deputies-of.ts';

const day = (reading: Reading): string => reading.statement.param(reading.today, 'text::date');

/** Who neither submitted nor signed (nor had signed for him) nor is the subject: what the domain calls not excluded. */
const free = (f: string, person: string): string => `(ws.submitted_by_id <> ${person}
    AND NOT EXISTS (SELECT 1 FROM finding_subject wj WHERE wj.finding_id = ${f}.id AND wj.person_id = ${person})
    AND NOT EXISTS (SELECT 1 FROM signoff_step wd WHERE wd.submission_id = ws.id AND wd.state = 'SIGNED' AND ${person} IN (wd.signer_id, wd.principal_id)))`;

/** The current step of the pending submission is one that the viewer holds, or that he may sign as a deputy; not the own submission. */
export function waitsForMe(f: string, reading: Reading): string {
  const person = reading.statement.param(reading.viewer.personId, 'text::uuid');
  const grants = `SELECT 1 FROM role_grant wg JOIN account wa ON wa.id = wg.account_id WHERE wa.person_id = ${person} AND ${grantInForce('wg', day(reading))}`;
  return `EXISTS (SELECT 1 FROM submission ws JOIN signoff_step wt ON wt.submission_id = ws.id WHERE ws.finding_id = ${f}.id AND ws.outcome = 'PENDING' AND wt.state = 'CURRENT' AND ${free(f, person)}
    AND (EXISTS (${grants} AND ${holdsStep('wt.kind', 'wg', f, person, `wg.role IN ('SECRETARY', 'CLERK') AND wg.body_id = ${f}.body_id`)})
    OR EXISTS (SELECT 1 FROM (${deputiesOf(f, day(reading))}) wq WHERE wq.step = wt.kind::text AND wq.deputy_id = ${person} AND ${free(f, 'wq.principal_id')})))`;
}
