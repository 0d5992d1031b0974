const FULL_WIDTH = /[０-９．，－￥]/g;
const AMOUNT = /^(-)?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?(万|亿)?$/;
const SHIFT = { 万: 4, 亿: 8 } as const;

export type YuanProblem = 'notANumber' | 'negative' | 'tooFine' | 'tooLarge';
export type ParsedYuan = { fen: string; problem?: undefined } | { fen?: undefined; problem: YuanProblem };

/**
 * Reads an amount as people type or paste it (`16,000`, `¥16000.00`, `1.6万元`, full-width digits) into fen, exactly:
 * digits are moved as text, never through a floating number. Anything finer than a fen is refused, not rounded.
 */
export function parseYuan(text: string): ParsedYuan {
  const plain = text
    .replace(FULL_WIDTH, (c) => (c === '￥' ? '' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)))
    .replace(/[\s¥]|人民币|元$|元整$/g, '');
  const match = AMOUNT.exec(plain);
  if (!match) return { problem: 'notANumber' };
  const [, minus, whole = '', fraction = '', unit] = match;
  if (minus) return { problem: 'negative' };
  const places = 2 + (unit ? SHIFT[unit as keyof typeof SHIFT] : 0);
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > places) return { problem: 'tooFine' };
  const fen = BigInt(whole.replace(/,/g, '') + kept.padEnd(places, '0'));
  return fen > 9_007_199_254_740_991_00n ? { problem: 'tooLarge' } : { fen: fen.toString() };
}
