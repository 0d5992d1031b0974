const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['仟', '佰', '拾', ''];
/** Ten quadrillion 元: more than the words 万 and 亿 can say without ambiguity. */
const LIMIT_FEN = 10n ** 18n;

/**
 * A sum in whole fen as 大写金额, by the basic rules for bills and settlement vouchers (annex 1 of the payment rules).
 * Where the rules leave a choice, the first form of their own examples is taken: 零 after 元 when the 元 digit is zero
 * and 角 is not (107000.53 → 壹拾万柒仟元零伍角叁分). 整 stands after 元 and after 角, which the accounting rules demand
 * and the payment rules allow. 人民币 is not prefixed. Negative sums begin with 负. Throws RangeError from 10^16 元 on.
 */
export function amountInChinese(fen: bigint | number): string {
  const signed = BigInt(fen);
  const total = signed < 0n ? -signed : signed;
  if (total >= LIMIT_FEN) throw new RangeError(`Sum too large for words: ${fen} fen`);
  const yuan = total / 100n;
  const words = (yuan === 0n ? '' : `${integerWords(yuan)}元`) + fractionWords(yuan, Number(total % 100n));
  return (signed < 0n ? '负' : '') + (total === 0n ? '零元整' : words);
}

function fractionWords(yuan: bigint, fraction: number): string {
  if (fraction === 0) return '整';
  const jiao = Math.floor(fraction / 10);
  const fen = fraction % 10;
  const zero = yuan > 0n && (jiao === 0 || yuan % 10n === 0n) ? '零' : '';
  const jiaoWords = jiao === 0 ? '' : `${DIGITS[jiao]}角`;
  return zero + jiaoWords + (fen === 0 ? '整' : `${DIGITS[fen]}分`);
}

/** Splits at 亿, then at 万; a part that does not fill its first place is joined by 零. */
function integerWords(value: bigint): string {
  for (const [unit, size] of [
    ['亿', 100_000_000n],
    ['万', 10_000n],
  ] as const) {
    if (value < size) continue;
    const rest = value % size;
    const joint = rest > 0n && rest < size / 10n ? '零' : '';
    return integerWords(value / size) + unit + joint + (rest === 0n ? '' : integerWords(rest));
  }
  return belowTenThousand(Number(value));
}

function belowTenThousand(value: number): string {
  let words = '';
  let zero = false;
  const digits = String(value).padStart(4, '0');
  [...digits].forEach((digit, i) => {
    if (digit === '0') zero = words !== '';
    else {
      words += (zero ? '零' : '') + DIGITS[Number(digit)] + PLACES[i];
      zero = false;
    }
  });
  return words;
}
