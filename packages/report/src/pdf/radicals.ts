/**
 * PDF printers often name a glyph by the radical that looks like it (⼀ for 一, ⻓ for 长), or and NFKC turns some
 * radicals into older characters (⼾ into 戶, not 户). The radicals supplement has no
 * normal form in Unicode's NFKC; pairs after its EquivalentUnifiedIdeograph.
 */
const SUPPLEMENT = new Map(
  [
    '⼾户⾭青⿈黄―—⺁厂⺇几⺈刀⺊卜⺌小⺍小⺒巳⺓幺⺛旡⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺰纟⺶羊⺷羊⺻聿⺼肉⺽臼',
    '⻁虎⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻐钅⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨',
    '⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻭歯⻮齿⻰龙⻱龜⻲亀⻳龟',
  ]
    .join('')
    .match(/../gu)
    ?.map((pair) => [pair[0] as string, pair[1] as string]),
);

/** Text with radicals as the characters that were meant. */
export function unified(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\u2015]/gu, (sign) => SUPPLEMENT.get(sign) ?? sign.normalize('NFKC'));
}
