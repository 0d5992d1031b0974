/** Units a ledger states money in, as fen. */
const FEN_PER_UNIT: Record<string, bigint> = {
  分: 1n,
  角: 10n,
  元: 100n,
  百元: 10_000n,
  千元: 100_000n,
  万元: 1_000_000n,
  百万元: 100_000_000n,
  千万元: 1_000_000_000n,
  亿元: 10_000_000_000n,
};

/** A unit of money named in a header, a unit line or a cell. */
export type MoneyUnit = '分' | '角' | '元' | '百元' | '千元' | '万元' | '百万元' | '千万元' | '亿元';

const NONE = /^(?:无|不涉及|无涉及|未涉及|没有|[-—–/\\]+|n\/?a)$/i;
const NUMBER = String.raw`\d+(?:\.\d+)?`;
const UNIT = '(?:千万|百万|亿|万|千|百)?元|(?:千万|百万|亿|万)';
const PREFIX = '(?:约|共计|共|合计|总计|计|涉及|人民币|金额|[:¥￥])*';
const WHOLE = new RegExp(`^${PREFIX}(-)?(${NUMBER})(${UNIT})?(?:整|余元|余|左右)?$`);
const WITHIN = new RegExp(`(-)?(${NUMBER})余?(${UNIT})`, 'g');

/** The unit named in a text such as `涉及金额(万元)` or `单位:元`; null when it names none. */
export function unitNamedIn(text: string): MoneyUnit | null {
  const match =
    /(?:[（(]|单位[:：为]?\s*)(?:人民币)?\s*((?:百万|千万|亿|万|千|百)?元)\s*(?:[）)]|$|[^\p{Script=Han}])/u.exec(text);
  return match === null ? null : (match[1] as MoneyUnit);
}

/** A sum in whole fen, nothing, or why it is neither. `unitAssumed`: no unit was named anywhere. */
export type ParsedAmount =
  | { ok: true; fen: number; unitAssumed: boolean }
  | { ok: true; fen: null }
  | {
      ok: false;
      code:
        'AMOUNT_NOT_UNDERSTOOD' | 'AMOUNT_SEVERAL' | 'AMOUNT_NOT_WHOLE_FEN' | 'AMOUNT_TOO_LARGE' | 'AMOUNT_NEGATIVE';
    };

/**
 * Reads one sum: `16000`, `1.6万元`, `￥8,294.00`, `约1.6万元`, or a sentence that holds exactly one sum. A unit in the
 * text wins over `unit` (from the header or unit line); with neither, 元 is assumed and said so. Several sums, or sums
 * per head, are refused: adding up what a text states is not this system's business.
 */
export function parseAmount(text: string, unit: MoneyUnit | null): ParsedAmount {
  const plain = normalise(text);
  if (plain === '' || NONE.test(plain)) return { ok: true, fen: null };
  if (/人均|每人|户均|每户|\/人/.test(plain)) return { ok: false, code: 'AMOUNT_SEVERAL' };
  const whole = WHOLE.exec(plain);
  const found = whole === null ? [...plain.matchAll(WITHIN)] : [whole];
  if (found.length === 0) return { ok: false, code: 'AMOUNT_NOT_UNDERSTOOD' };
  if (found.length > 1) return { ok: false, code: 'AMOUNT_SEVERAL' };
  const [, sign, digits = '', named] = found[0] as RegExpMatchArray;
  if (sign !== undefined) return { ok: false, code: 'AMOUNT_NEGATIVE' };
  const inText = named === undefined ? null : ((named.endsWith('元') ? named : `${named}元`) as MoneyUnit);
  const fen = decimalToFen(digits, inText ?? unit ?? '元');
  if (fen === null) return { ok: false, code: 'AMOUNT_NOT_WHOLE_FEN' };
  if (fen > BigInt(Number.MAX_SAFE_INTEGER)) return { ok: false, code: 'AMOUNT_TOO_LARGE' };
  return { ok: true, fen: Number(fen), unitAssumed: inText === null && unit === null };
}

/** Exact: the digits are shifted, never multiplied as fractions. Null when a part of a fen would remain. */
export function decimalToFen(decimal: string, unit: MoneyUnit): bigint | null {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const scaled = BigInt(whole + fraction) * (FEN_PER_UNIT[unit] as bigint);
  const divisor = 10n ** BigInt(fraction.length);
  return scaled % divisor === 0n ? scaled / divisor : null;
}

/** Whole fen as a decimal of 元 with two places, e.g. 829400 → `8294.00`. Exact. */
export function fenToYuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/圆/g, '元');
}
