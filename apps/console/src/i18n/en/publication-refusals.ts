/** Refusals of the public text, by rule. */
export const publicationRefusals = {
  publications_hits:
    '{{count}} places with personal data are undecided: {{hits}}. Decide each under “Personal data” first.',
  publications_empty: 'The ledger has no finding yet: import or enter some first.',
  publications_pending: 'The ledger changed: choose passage by passage whose words stand.',
  publications_state: 'The public text has moved on: reload to see where it stands.',
  publications_threePeople: 'Proposer, reviewer and approver are three different people.',
  publications_notUp: 'Nothing is public, so there is nothing to take down.',
  publications_ground: 'Choose one of the five grounds.',
  publications_replacement: 'Write the public words, or withhold the passage.',
  publications_unmaskReason: 'Say why it is left unmasked.',
  publications_unmasked: 'The words put in its place still hold personal data.',
  publications_paperSigner: 'This person may not sign the present step: check the signed sheet.',
  comments_state: 'The comment has changed; reload to see it as it is.',
  comments_noAnswer: 'Write the answer first.',
  comments_released: 'The answer is released already.',
  comments_replyDays: 'Between 1 and {{limit}} working days.',
  comments_empty: 'Write the comment.',
  publications_circular: 'The circular is exported once publication is approved.',
};
