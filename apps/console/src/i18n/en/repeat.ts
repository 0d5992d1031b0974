/** Repeated findings */
export const repeat = {
  title: 'Repeats',
  none: 'No repetition is noted.',
  note: 'Note a repetition',
  noteTitle: 'Which earlier finding does {{number}} repeat',
  first: 'First the earlier finding, or where it stood, then the kind',
  earlier: 'Earlier finding',
  suggested: 'Similar words; please check: whether it repeats is for you to judge',
  elsewhere: 'None of these: say where it stood',
  words: 'Where it stood',
  wordsHint: 'Such as: item 4 of the audit report of 2021',
  kind: 'Kind',
  invisible: '(not within your reach)',
  noted: 'Noted',
  removed: 'Taken back',
  remove: 'Take “{{kind}}” back',
};
