/** Prescribed steps. */
export const step = {
  steps: 'Prescribed steps',
  step: 'Step',
  due: 'Due',
  doneOn: 'Done on',
  doneTo: 'Until',
  doneOf: '{{done}} of {{total}} done',
  proof: 'Proof',
  proofHint: 'Where there is no file: what proves it, such as a document number',
  evidence: 'Piece of evidence',
  record: 'Record',
  title: 'Record “{{step}}”',
  emptyHint: 'An empty date takes the record back',
  saved: 'Recorded',
  open: 'Not done',
  late: 'Overdue',
};
