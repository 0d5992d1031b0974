/** Sign-in and the page of the first administrator. */
export const signIn = {
  product: 'Closeout',
  line: 'From an inspection’s findings to a signed close-out',
  title: 'Sign in',
  login: 'Account',
  password: 'Password',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  submit: 'Sign in',
  notice: 'No classified information and no case clues may be entered here.',
  noticeMore:
    'State secrets, work secrets and case clues go through classified channels. If something was entered by mistake, ask the rectification office to delete it at once.',
  forgotten: 'Forgotten password or disabled account: ask your body’s system administrator.',
  missing: 'Enter account and password.',
  wrong: 'Account or password is wrong. Check upper and lower case and try again.',
  lockedUntil:
    'Too many failed attempts. The account is locked until {{time}}. If urgent, ask the system administrator to unlock it.',
  locked: 'Too many failed attempts. The account is locked for a while. Try later or ask the system administrator.',
  unreachable: 'The server could not be reached. Check the network and try again; the account name is still here.',
  failed: 'Signing in failed (code {{code}}). Please try again later.',
  ended: 'Your session has ended, please sign in again. What you had not submitted is kept on this computer.',
  signedOut: 'Signed out. The data on this computer has been removed.',
  capsLock: 'Caps Lock is on',
  setup: {
    title: 'Create the first administrator',
    text: 'This link works once and for 30 minutes. The administrator then sets up bodies, departments and accounts.',
    name: 'Name',
    passwordHint: 'At least {{count}} characters; a sentence is easy to remember.',
    repeat: 'Password again',
    mismatch: 'The two passwords differ.',
    tooShort: 'The password needs at least {{limit}} characters and has {{count}}.',
    missing: 'Fill in this field.',
    submit: 'Create and sign in',
    noToken:
      'The link is incomplete: its one-time token is missing. Open the whole address printed when the server started.',
    done: 'Created. Sign in with the new account.',
  },
};
