/**
 * How chains run in real bodies: written by hand from domain.md section 4. Every case is played to its end; at each step
 * the first holder who may sign signs, and a meeting signs where the last column says so or a resolution is due.
 *
 * Rules: nobody signs his own submission (SUBMITTED) or twice in one chain (ALREADY_SIGNED); who is the subject of the
 * finding is recused (RECUSED); a step is skipped only when that is true of all its holders, and the reason is recorded;
 * at least two signatures stand under a close-out, else a meeting's resolution countersigns.
 *
 *   steps      which optional steps the round has switched on: C clerk's check, H department head, L responsible leader,
 *              O inspection office (its officer signs)
 *   ends as    step:signer in order; step:(REASON) was skipped; meeting = by a resolution
 */
export const CHAINS = `
  case                                        | steps | clerk | head        | leader   | secretary | subject   | submits   | meeting signs for the secretary | ends as
  --------------------------------------------|-------|-------|-------------|----------|-----------|-----------|-----------|---------------------------------|--------
  the normal chain                            | HL    | clerk | head        | leader   | secretary | -         | worker    | no  | head:head leader:leader secretary:secretary
  the clerk checks first                      | CHL   | clerk | head        | leader   | secretary | -         | worker    | no  | clerk:clerk head:head leader:leader secretary:secretary
  the clerk handled it himself                | CHL   | clerk | head        | leader   | secretary | -         | clerk     | no  | clerk:(SUBMITTED) head:head leader:leader secretary:secretary
  the head submits                            | HL    | clerk | head        | leader   | secretary | -         | head      | no  | head:(SUBMITTED) leader:leader secretary:secretary
  two heads, one of them submits              | HL    | clerk | head second | leader   | secretary | -         | head      | no  | head:second leader:leader secretary:secretary
  two heads, one submits, one is the subject  | HL    | clerk | head second | leader   | secretary | second    | head      | no  | head:(SUBMITTED) leader:leader secretary:secretary
  leader and secretary are one person         | HL    | clerk | head        | chief    | chief     | -         | worker    | no  | head:head leader:chief secretary:(ALREADY_SIGNED)
  the same, and the head submits              | HL    | clerk | head        | chief    | chief     | -         | head      | no  | head:(SUBMITTED) leader:chief secretary:(ALREADY_SIGNED) resolution:meeting
  the leader heads the department             | HL    | clerk | leader      | leader   | secretary | -         | worker    | no  | head:leader leader:(ALREADY_SIGNED) secretary:secretary
  the same, and he submits                    | HL    | clerk | leader      | leader   | secretary | -         | leader    | no  | head:(SUBMITTED) leader:(SUBMITTED) secretary:secretary resolution:meeting
  the finding is about the leader             | HL    | clerk | head        | leader   | secretary | leader    | worker    | no  | head:head leader:(RECUSED) secretary:secretary
  about the leader, and the head submits      | HL    | clerk | head        | leader   | secretary | leader    | head      | no  | head:(SUBMITTED) leader:(RECUSED) secretary:secretary resolution:meeting
  the finding is about the secretary          | HL    | clerk | head        | leader   | secretary | secretary | worker    | no  | head:head leader:leader secretary:(RECUSED)
  about the secretary, and the head submits   | HL    | clerk | head        | leader   | secretary | secretary | head      | no  | head:(SUBMITTED) leader:leader secretary:(RECUSED) resolution:meeting
  the secretary's own finding                 | HL    | clerk | head        | chief    | chief     | chief     | worker    | no  | head:head leader:(RECUSED) secretary:(RECUSED) resolution:meeting
  the secretary submits                       | HL    | clerk | head        | leader   | secretary | -         | secretary | no  | head:head leader:leader secretary:(SUBMITTED)
  the head submits a finding about himself    | HL    | clerk | head        | leader   | secretary | head      | head      | no  | head:(RECUSED) leader:leader secretary:secretary
  body of five: the deputy is head and leader | HL    | clerk | deputy      | deputy   | secretary | deputy    | worker    | no  | head:(RECUSED) leader:(RECUSED) secretary:secretary resolution:meeting
  body of five: the secretary is everything   | HL    | clerk | chief       | chief    | chief     | -         | worker    | no  | head:chief leader:(ALREADY_SIGNED) secretary:(ALREADY_SIGNED) resolution:meeting
  a meeting signs for the secretary           | HL    | clerk | head        | leader   | secretary | -         | worker    | yes | head:head leader:leader secretary:meeting
  the same, and the head submits              | HL    | clerk | head        | leader   | secretary | -         | head      | yes | head:(SUBMITTED) leader:leader secretary:meeting
  a round without the head's step             | L     | clerk | head        | leader   | secretary | -         | worker    | no  | leader:leader secretary:secretary
  a round without the leader's step           | H     | clerk | head        | leader   | secretary | -         | worker    | no  | head:head secretary:secretary
  a round with the secretary only             | -     | clerk | head        | leader   | secretary | -         | worker    | no  | secretary:secretary resolution:meeting
  the office signs last                       | HLO   | clerk | head        | leader   | secretary | -         | worker    | no  | head:head leader:leader secretary:secretary office:officer
  the office countersigns for a body of one   | HLO   | clerk | chief       | chief    | chief     | -         | worker    | no  | head:chief leader:(ALREADY_SIGNED) secretary:(ALREADY_SIGNED) office:officer
  the secretary and the office only           | O     | clerk | head        | leader   | secretary | -         | worker    | no  | secretary:secretary office:officer
  the secretary's own, the office and a meeting | HLO | clerk | chief       | chief    | chief     | chief     | worker    | no  | head:(RECUSED) leader:(RECUSED) secretary:(RECUSED) office:officer resolution:meeting
  a meeting signs, then the office            | HLO   | clerk | head        | leader   | secretary | -         | worker    | yes | head:head leader:leader secretary:meeting office:officer
  two secretaries, one of them the subject    | HL    | clerk | head        | leader   | old new   | old       | worker    | no  | head:head leader:leader secretary:new
`;

/** Who may sign the head's step of a department with two heads, and why not: the other head submitted. */
export const MAY_SIGN = `
  person    | is                                   | answer
  ----------|--------------------------------------|-------
  second    | the other head                       | yes
  head      | a head, but he submitted             | OWN_SUBMISSION
  third     | a head, but the finding is about him | RECUSED
  fourth    | a head, but he made the clerk's check| ALREADY_SIGNED
  leader    | a later step's holder                | NOT_YOUR_STEP
  worker    | no holder                            | NOT_YOUR_STEP
`;

/**
 * Chains while somebody is away: `head:a/b` in the column of deputies says that a may sign the head's step for b; a signature
 * a/b was given by a in b's name. The last of those who may sign signs, so the deputy comes before the holder.
 *
 * Rules: a deputy's signature is his own and his principal's. Neither may be the submitter, the subject, or have signed
 * before, in whatever capacity. A deputy never makes a step be skipped: while its holder may sign, it waits for him.
 */
export const DEPUTISED = `
  case                                             | steps | clerk | head        | leader | secretary | subject | deputies                              | submits | ends as
  -------------------------------------------------|-------|-------|-------------|--------|-----------|---------|---------------------------------------|---------|--------
  the deputy signs for the head                    | HL    | clerk | head        | leader | secretary | -       | head:mate/head                        | worker  | head:mate/head leader:leader secretary:secretary
  the deputy submitted                             | HL    | clerk | head        | leader | secretary | -       | head:mate/head                        | mate    | head:head leader:leader secretary:secretary
  the head submitted, so his deputy is out         | HL    | clerk | head        | leader | secretary | -       | head:mate/head                        | head    | head:(SUBMITTED) leader:leader secretary:secretary
  the finding is about the deputy                  | HL    | clerk | head        | leader | secretary | mate    | head:mate/head                        | worker  | head:head leader:leader secretary:secretary
  the finding is about the head                    | HL    | clerk | head        | leader | secretary | head    | head:mate/head                        | worker  | head:(RECUSED) leader:leader secretary:secretary
  a leader for the secretary, who signed as leader | HL    | clerk | head        | leader | secretary | -       | secretary:leader/secretary            | worker  | head:head leader:leader secretary:secretary
  another leader for the secretary                 | HL    | clerk | head        | leader | secretary | -       | secretary:second/secretary            | worker  | head:head leader:leader secretary:second/secretary
  the secretary for the leader: his step is over   | HL    | clerk | head        | leader | secretary | -       | leader:secretary/leader               | worker  | head:head leader:secretary/leader secretary:(ALREADY_SIGNED)
  the same, and the head submits                   | HL    | clerk | head        | leader | secretary | -       | leader:secretary/leader               | head    | head:(SUBMITTED) leader:secretary/leader secretary:(ALREADY_SIGNED) resolution:meeting
  one deputy for head and leader signs once        | HL    | clerk | head        | leader | secretary | -       | head:mate/head leader:mate/leader     | worker  | head:mate/head leader:leader secretary:secretary
  leader and secretary are one, and away           | HL    | clerk | head        | chief  | chief     | -       | leader:mate/chief secretary:mate/chief| worker  | head:head leader:mate/chief secretary:(ALREADY_SIGNED)
  the same with two deputies, and the head submits | HL    | clerk | head        | chief  | chief     | -       | leader:mate/chief secretary:vice/chief| head    | head:(SUBMITTED) leader:mate/chief secretary:(ALREADY_SIGNED) resolution:meeting
  two heads: the deputy of the one who submitted   | HL    | clerk | head second | leader | secretary | -       | head:mate/head                        | head    | head:second leader:leader secretary:secretary
  two heads: the deputy of the other               | HL    | clerk | head second | leader | secretary | -       | head:mate/second                      | head    | head:mate/second leader:leader secretary:secretary
  a deputy of somebody who holds nothing here      | HL    | clerk | head        | leader | secretary | -       | -                                     | worker  | head:head leader:leader secretary:secretary
`;
