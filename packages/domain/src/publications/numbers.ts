import { bare, digits, fromDigits, GAP, type Found } from './view.ts';

/** First two digits of an identity number: the provinces of GB/T 2260, Hong Kong, Macao and Taiwan. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

function isDate(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether it is an identity number (GB 11643): 18 characters with province, birthday and check digit, or 15 of the old kind. */
export function isIdNumber(number: string): boolean {
  if (!PROVINCES.has(number.slice(0, 2))) return false;
  const part = (from: number, to: number): number => Number(number.slice(from, to));
  if (/^\d{15}$/.test(number)) return isDate(1900 + part(6, 8), part(8, 10), part(10, 12));
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  const year = part(6, 10);
  if (year < 1850 || year > 2100 || !isDate(year, part(10, 12), part(12, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return number[17] === CHECKS[sum % 11];
}

/** Luhn: every second digit from the right doubled, the sum divides by ten. */
export function passesLuhn(number: string): boolean {
  const sum = [...number].toReversed().reduce((total, digit, at) => {
    const value = at % 2 === 0 ? Number(digit) : Number(digit) * 2;
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** What banks issue: UnionPay and old Chinese cards of 16 to 19 digits, the international brands of 16. */
const CARD = /^(?:62\d{14,17}|9\d{15,18}|(?:60|81|4\d|5[1-5]|2[2-7]|35)\d{14})$/;

/** Whether it is a bank card: an issuer's beginning and length, Luhn, not one digit repeated. */
export const isBankCard = (number: string): boolean =>
  CARD.test(number) && !/^(\d)\1+$/.test(number) && passesLuhn(number);

const ID_18 = new RegExp(`${digits(17)}${GAP}[\\dXx](?![\\dA-Za-z])`, 'y');
const ID_15 = new RegExp(`${digits(15)}(?!\\d)`, 'y');

export const idNumbersIn = (view: string): Found[] =>
  [ID_18, ID_15].flatMap((pattern) =>
    fromDigits(view, pattern).filter(({ start, end }) => isIdNumber(bare(view.slice(start, end)))),
  );

const CARDS = [19, 18, 17, 16].map((count) => new RegExp(`${digits(count)}(?![\\dA-Za-z])`, 'y'));

export const bankCardsIn = (view: string): Found[] =>
  CARDS.flatMap((pattern) =>
    fromDigits(view, pattern).filter(({ start, end }) => isBankCard(bare(view.slice(start, end)))),
  );

const MOBILE = new RegExp(
  `(?:(?:00)?86${GAP})?1[3-9](?:\\d${GAP}\\d{4}${GAP}\\d{4}|\\d{2}${GAP}\\d{3}${GAP}\\d{4}|\\d${GAP}\\d{3}${GAP}\\d{5})(?!\\d|\\.\\d)`,
  'y',
);
const AREA = '0(?:10|2\\d|[3-9]\\d{2})';
const LANDLINE = new RegExp(`${AREA}\\)?${GAP}[2-8]\\d{2,3}${GAP}\\d{4}(?:(?:-|转)${GAP}\\d{1,6})?(?!\\d|\\.\\d)`, 'y');
/** Without an area code only what is called a telephone. */
const LABELLED = /(?<=(?:电话|座机|传真|固话|办公电话)(?:号码?)?[是为:]{0,2} {0,2})[2-8]\d{2,3}[ -]?\d{4}(?!\d|\.\d)/g;

/** What follows a number that is an amount or a count. */
const COUNTED = /^ ?(?:元|万|亿|角|分钱|个|件|份|吨|股|平方|公里|千瓦|号文)/;
/** Letters directly before a number make it an order or a voucher, unless they say that it is a telephone. */
const LETTERS = /[A-Za-z]+$/;
const TELEPHONE = /^(?:tel|phone|mobile|mob|cell|fax|wx|vx|weixin|qq)$/i;

function isPhone(view: string, { start, end }: Found): boolean {
  const before = view.slice(0, start);
  const letters = LETTERS.exec(before)?.[0];
  if (letters !== undefined && !TELEPHONE.test(letters)) return false;
  return !COUNTED.test(view.slice(end)) && !/\d\.$/.test(before) && !/[¥$]$/.test(before);
}

/** (0999)4225555: the bracket before the area code belongs to it. */
const withBracket = (view: string, { start, end }: Found): Found => ({
  start: view[start - 1] === '(' && view.slice(start, end).includes(')') ? start - 1 : start,
  end,
});

export const phonesIn = (view: string): Found[] => [
  ...[MOBILE, LANDLINE]
    .flatMap((pattern) => fromDigits(view, pattern))
    .filter((one) => isPhone(view, one))
    .map((one) => withBracket(view, one)),
  ...[...view.matchAll(LABELLED)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((one) => isPhone(view, one)),
];
