/** What went wrong, and what to do. */
export const errors = {
  page: 'This page could not be shown',
  pageText: 'You did nothing wrong. Try again; if it still fails, give the code to your system administrator.',
  load: 'The data could not be read',
  network: 'The server could not be reached',
  networkText: 'Check the network and try again.',
  draftSaved: 'What you wrote is kept on this computer and not lost.',
  tooMany: 'That was too fast. Try again in {{count}} seconds.',
  tooManyPlain: 'That was too fast. Wait a little and try again.',
  timeout: 'The server is busy. Please try again shortly.',
  server: 'The server failed; nothing was saved.',
  refused: 'Not saved',
  missing: 'Still missing: {{what}}',
  notFound: {
    title: 'There is no such page',
    text: 'The address may be wrong, or the item lies outside what you may see.',
    home: 'Back to home',
  },
  forbidden: {
    title: 'This page is not part of your duties',
    text: 'If you need it, ask your body’s security administrator, naming your post and the purpose.',
    who: 'Who can grant it: {{names}}',
    home: 'Back to home',
  },
  conflict: {
    title: 'Somebody else has just changed this',
    text: 'After you opened it, {{name}} changed the following at {{time}}. What you wrote is still here; choose which to keep.',
    textPlain:
      'After you opened it, somebody changed this. What you wrote is still here; look at the latest first, then decide whether to submit again.',
    field: 'Field',
    theirs: '{{name}} wrote',
    mine: 'You wrote',
    takeTheirs: 'Use theirs',
    keepMine: 'Use mine',
    reload: 'Show the latest',
    apply: 'Submit as chosen',
  },
};
