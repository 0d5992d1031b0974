/** By hand: what each of the three can do with a public text where it stands, everything being ready and an earlier version being up. */
export const PUBLICATION_ACCESS = `
  state      | clerk | leader | secretary
  -----------|-------|--------|----------
  DRAFT      | draftPublication editPassage decidePassage acceptPassage decideHit setPublicPage proposePublication takeDown | - | decideHit unmaskHit takeDown
  PROPOSED   | setPublicPage takeDown recordPublicationSignature | reviewPublication returnPublication | takeDown
  REVIEWED   | setPublicPage takeDown recordPublicationSignature | - | approvePublication returnPublication takeDown
  APPROVED   | setPublicPage publish takeDown                    | - | returnPublication takeDown
  PUBLISHED  | draftPublication setPublicPage takeDown           | - | takeDown
  TAKEN_DOWN | draftPublication setPublicPage takeDown           | - | takeDown
`;

/** By hand: where a verb leads; the others leave the text where it is, but for taking down what is up. */
export const PUBLICATION_LEADS: Readonly<Partial<Record<string, string>>> = {
  draftPublication: 'DRAFT',
  proposePublication: 'PROPOSED',
  reviewPublication: 'REVIEWED',
  approvePublication: 'APPROVED',
  returnPublication: 'DRAFT',
  publish: 'PUBLISHED',
};

/** By hand: what clerk and secretary can do with a comment where it stands, an answer being written and the text being up. Nobody else does anything. */
export const COMMENT_ACCESS = `
  state  | clerk                                               | secretary
  -------|-----------------------------------------------------|---------------------------
  NEW    | showComment hideComment handOverClue                | handOverClue
  SHOWN  | hideComment answerComment releaseAnswer handOverClue | releaseAnswer handOverClue
  HIDDEN | showComment handOverClue                            | handOverClue
`;

/** By hand: where a verb of a comment leads; the others leave it where it is. */
export const COMMENT_LEADS: Readonly<Partial<Record<string, string>>> = { showComment: 'SHOWN', hideComment: 'HIDDEN' };

/** By hand: from which states its owner cancels a job or tries it again, who keeps a template puts it in force or takes it out, and where that leads. */
export const SINGLE_MOVES = `
  verb               | from             | to
  -------------------|------------------|----------
  cancelJob          | WAITING RUNNING  | CANCELLED
  retryJob           | FAILED CANCELLED | WAITING
  putTemplateInForce | READY RETIRED    | IN_FORCE
  removeTemplate     | IN_FORCE         | RETIRED
`;
