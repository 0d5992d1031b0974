import { invalid } from '../errors.ts';
import { LIMITS } from '../limits.ts';

/** Passwords that everybody tries first, in lower case. Short on purpose: length does most of the work. */
const COMMON: ReadonlySet<string> = new Set(
  `1234567890 0123456789 12345678910 123456789a a123456789 qwertyuiop 1q2w3e4r5t 1qaz2wsx3edc qazwsxedcr password123 password1234
  passw0rd123 p@ssw0rd123 p@ssw0rd1234 administrator admin123456 admin12345 adminadmin iloveyou1234 woaini1314 woaini1314520 5201314520
  1314520520 wodemima123 abc1234567 abcd123456 abcdefghij abc123456789 11111111111 1111111111 0000000000 8888888888 6666666666
  9876543210 zxcvbnm123 zxcvbnmasd asdfghjkl1 asdfghjkl123 qwerty123456 qwer123456 changeme123 letmein1234 welcome1234
  huanying123 dangqun123 xunchaban123 zhenggai123 renmin123456 china123456 zhongguo123 aa12345678 aa123456789 q123456789`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const sameCharacters = (text: string): boolean => new Set(text).size < 3;

/** Why a password may not be used for this login, as a rule; null when it may. Characters are counted as a person would. */
export function passwordProblem(
  password: string,
  login: string,
): 'password.short' | 'password.long' | 'password.login' | 'password.common' | null {
  const length = [...password].length;
  if (length < LIMITS.passwordMin) return 'password.short';
  if (length > LIMITS.password) return 'password.long';
  const plain = password.toLowerCase();
  if (login !== '' && plain.includes(login.toLowerCase()) && length < login.length + LIMITS.passwordMin)
    return 'password.login';
  return COMMON.has(plain) || sameCharacters(plain) ? 'password.common' : null;
}

const WORDS: Record<NonNullable<ReturnType<typeof passwordProblem>>, string> = {
  'password.short': `the password needs at least ${LIMITS.passwordMin} characters`,
  'password.long': `the password may have ${LIMITS.password} characters`,
  'password.login': 'the password must not be built on the account name',
  'password.common': 'this password is among the first that everybody tries',
};

/** Refuses a password that the rules do not allow; the refusal names the field and the rule. */
export function demandPassword(password: string, login: string, field = 'password'): void {
  const problem = passwordProblem(password, login);
  if (problem !== null) throw invalid(field, problem, WORDS[problem], { limit: LIMITS.passwordMin });
}
