/** Companies and persons outside the body. */
export const party = {
  title: 'Companies and persons outside the body',
  add: 'Add',
  addTitle: 'Add somebody outside the body to finding {{number}}',
  changeTitle: 'Change somebody outside the body of finding {{number}}',
  first: 'Give the name and the fact first',
  kind: 'Kind',
  name: 'Name',
  nameHint: 'As the feedback spells it; masked by the rules when published',
  fact: 'What the finding says',
  progress: 'Progress',
  saved: 'Saved',
  remove: 'Take back',
  removed: 'Taken back',
};
