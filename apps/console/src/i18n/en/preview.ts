/** Previews of files */
export const preview = {
  open: 'Preview',
  of: 'Preview {{name}}',
  wordsOnly: 'Words only; the file shows how they are set.',
  cannot: 'If nothing is shown here, download it:',
};
