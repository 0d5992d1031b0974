const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether a 统一社会信用代码 is well-formed: 18 characters of its alphabet, the last the check character (GB 32100-2015). */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = ALPHABET.indexOf(code[i] as string);
    if (value < 0) return false;
    sum += value * (3 ** i % 31);
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === code[17];
}
