/**
 * What stands between a finding and its close-out, its continuation, and its closing: written by hand from domain.md
 * section 4. The finding is ready but for the change; the answer names each missing thing as CODE or CODE:subject.
 *
 * The ready finding: action 1 done with accepted evidence, action 2 dropped, two points with outcomes, sum A of 1,000 yuan
 * of which 600 came in and 400 were waived, leader confirmed, a lead department.
 */
export const GATE = `
  change                                   | to submit for close-out | to submit for continuation | to close
  -----------------------------------------|-------------------------|----------------------------|---------
  nothing                                  | -                       | -                          | -
  # Assignment
  no lead department                       | LEAD_DEPARTMENT         | LEAD_DEPARTMENT            | -
  no leader                                | LEADER                  | LEADER                     | -
  leader not confirmed                     | LEADER_CONFIRMATION     | LEADER_CONFIRMATION        | -
  # Actions: done, or dropped with a reason; to continue they need not be
  no action at all                         | ACTIONS                 | -                          | -
  an action planned                        | ACTION_NOT_SETTLED:3    | -                          | -
  an action in progress                    | ACTION_NOT_SETTLED:3    | -                          | -
  two actions open                         | ACTION_NOT_SETTLED:3 ACTION_NOT_SETTLED:4 | -        | -
  every action dropped                     | -                       | -                          | -
  # Points
  a point without outcome                  | POINT_OUTCOME:3         | POINT_OUTCOME:3            | -
  a point that continues                   | -                       | -                          | -
  no points                                | -                       | -                          | -
  # Evidence: present to submit, accepted to close; rejected pieces are not present
  done without evidence                    | EVIDENCE_PRESENT:3      | EVIDENCE_PRESENT:3         | EVIDENCE_ACCEPTED:3
  done, its only piece rejected            | EVIDENCE_PRESENT:3      | EVIDENCE_PRESENT:3         | EVIDENCE_ACCEPTED:3
  done, its evidence not reviewed          | -                       | -                          | EVIDENCE_ACCEPTED:3
  done, one of two pieces accepted         | -                       | -                          | -
  # What proves an action is the round's rule of its kind
  a document asked, a file there           | EVIDENCE_OF_KIND:3      | EVIDENCE_OF_KIND:3         | EVIDENCE_ACCEPTED:3
  a document asked and there, not reviewed | -                       | -                          | EVIDENCE_ACCEPTED:3
  a document asked, a rejected one there   | EVIDENCE_OF_KIND:3      | EVIDENCE_OF_KIND:3         | EVIDENCE_ACCEPTED:3
  two documents asked, one there           | EVIDENCE_OF_KIND:3      | EVIDENCE_OF_KIND:3         | EVIDENCE_ACCEPTED:3
  a document asked of another kind of action | -                     | -                          | -
  no evidence asked of its kind            | -                       | -                          | -
  done, needs no evidence                  | -                       | -                          | -
  dropped without evidence                 | -                       | -                          | -
  open without evidence                    | ACTION_NOT_SETTLED:3    | -                          | -
  # Money: every sum with a disposition, what is due recovered or waived in full
  a sum without disposition                | DISPOSITION:B           | DISPOSITION:B              | -
  a sum to be decided (待认定)              | DISPOSITION:B           | -                          | -
  procedural, no refund (程序违规不涉退款)   | -                       | -                          | -
  written off (已核销)                      | -                       | -                          | -
  due, not established                     | SUM_NOT_ESTABLISHED:B   | -                          | -
  due, nothing recovered                   | MONEY_OUTSTANDING:B     | -                          | -
  due, one fen outstanding                 | MONEY_OUTSTANDING:B     | -                          | -
  due, all waived                          | -                       | -                          | -
  due, all recovered                       | -                       | -                          | -
  due, recovered but for what was waived   | -                       | -                          | -
  established as nothing                   | -                       | -                          | -
  no sums                                  | -                       | -                          | -
  # Together: nothing hides anything else
  everything at once                       | LEAD_DEPARTMENT LEADER ACTION_NOT_SETTLED:3 POINT_OUTCOME:3 EVIDENCE_PRESENT:4 DISPOSITION:B MONEY_OUTSTANDING:C | LEAD_DEPARTMENT LEADER POINT_OUTCOME:3 EVIDENCE_PRESENT:4 DISPOSITION:B | EVIDENCE_ACCEPTED:4
`;
