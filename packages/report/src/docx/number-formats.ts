/** Rows of signs that formats count with, from one. */
const SIGNS: Readonly<Record<string, string>> = {
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  ideographZodiac: '子丑寅卯辰巳午未申酉戌亥',
  decimalEnclosedCircle: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedCircleChinese: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳',
  decimalEnclosedParen: '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  decimalEnclosedFullstop: '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  ideographEnclosedCircle: '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉',
};
const ROMAN: readonly [number, string][] = [
  [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
]; // prettier-ignore

const DIGITS = '〇一二三四五六七八九';

/** A number as a format of Word shows it; a format that is not known counts in digits. */
export function numberIn(format: string, value: number): string {
  const sign = SIGNS[format]?.[value - 1];
  if (sign) return sign;
  if (format.startsWith('chineseLegal')) return inWords(value, '零壹贰叁肆伍陆柒捌玖', '拾佰仟', false);
  if (format === 'ideographDigital' || format === 'japaneseDigitalTenThousand') return digitByDigit(value);
  if (/^(?:chineseCounting|taiwaneseCounting)$/u.test(format))
    return value < 100 ? chinese(value) : digitByDigit(value);
  if (/^(?:chinese|taiwanese|japaneseCounting)/iu.test(format)) return chinese(value);
  if (format.startsWith('decimalFullWidth')) return [...String(value)].map((d) => String.fromCodePoint(0xff10 + Number(d))).join(''); // prettier-ignore
  if (format === 'decimalZero') return String(value).padStart(2, '0');
  if (format.endsWith('Letter')) return cased(format, String.fromCodePoint(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))); // prettier-ignore
  if (format.endsWith('Roman')) return cased(format, roman(value));
  return String(value);
}

const cased = (format: string, text: string): string => (format.startsWith('upper') ? text : text.toLowerCase());

const digitByDigit = (value: number): string => [...String(value)].map((digit) => DIGITS[Number(digit)]).join('');

function roman(value: number): string {
  let text = '';
  for (const [worth, sign] of ROMAN) for (; value >= worth; value -= worth) text += sign;
  return text;
}

/** 一 to 九千九百九十九, ten as 十. */
export const chinese = (value: number): string => inWords(value, '零一二三四五六七八九', '十百千', true);

function inWords(value: number, digits: string, tens: string, short: boolean): string {
  if (!Number.isInteger(value) || value < 1 || value > 9_999) return String(value);
  let text = '';
  const all = [...String(value)].map(Number);
  for (const [i, digit] of all.entries()) {
    const unit = all.length - 1 - i;
    if (digit > 0) text += (digits[digit] ?? '') + (unit > 0 ? (tens[unit - 1] ?? '') : '');
    else if (!text.endsWith('零') && all.slice(i).some((rest) => rest > 0)) text += '零';
  }
  return short && text.startsWith('一十') ? text.slice(1) : text;
}
