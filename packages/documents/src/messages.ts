import { TABLE_MESSAGES } from './table-messages.ts';
import { TEMPLATE_MESSAGES } from './templates/messages.ts';

/** Values that fill the {placeholders} of a message. */
export type MessageParams = Record<string, string | number>;

/** Every sentence this package can say, in both languages: what is wrong, and what to do. */
const MESSAGES = {
  // files that are refused
  CALENDAR_LIST: [
    '没有读到日期清单。请使用含“日期”“类型”两列的 .xlsx 或 .csv，或含 days 的 JSON。',
    'No list of days was found. Use .xlsx or .csv with the columns 日期 and 类型, or JSON with days.',
  ],
  FILE_EMPTY: ['文件是空的（0 字节），请重新选择文件。', 'The file is empty (0 bytes). Choose it again.'],
  FILE_TOO_LARGE: ['文件超过 {limit} MB，请压缩或拆分后再上传。', 'The file exceeds {limit} MB. Compress or split it.'],
  FILE_DAMAGED: ['文件已损坏或不完整，请重新导出后再试。', 'The file is damaged or incomplete. Export it again.'],
  NOT_XLSX: [
    '这不是 .xlsx 工作簿，请在 WPS 或 Excel 中“另存为”.xlsx 后再导入。',
    'This is not an .xlsx workbook. Save it as .xlsx first.',
  ],
  OLD_EXCEL_FORMAT: [
    '这是旧格式的表格（.xls 或 .et），请在 WPS 或 Excel 中“另存为”.xlsx 后再导入。',
    'This is an old workbook (.xls or .et). Save it as .xlsx first.',
  ],
  ENCRYPTED: ['文件设置了打开密码，请取消密码后再试。', 'The file is protected by a password. Remove it first.'],
  ZIP_BOMB: [
    '文件解压后过大或条目过多，已拒绝。请删除多余内容后另存再试。',
    'The file unpacks to too much data and was refused.',
  ],
  UNSAFE_XML: [
    '文件含有不允许的外部实体或文档类型声明，已拒绝。请用 WPS 或 Excel 重新另存。',
    'The file contains a document type declaration or external entity and was refused.',
  ],
  SHEET_NOT_FOUND: ['工作簿中没有名为“{sheet}”的工作表。', 'There is no sheet named "{sheet}".'],
  HEADER_NOT_FOUND: [
    '没有找到表头行。请确认表中有“问题”“整改措施”等列名，或手动指定表头所在行。',
    'No header row was found. Make sure columns such as 问题 and 整改措施 are named, or name the header row.',
  ],
  TOO_MANY_ROWS: ['数据超过 {limit} 行，请分成几个文件导入。', 'There are more than {limit} rows. Split the file.'],
  TOO_MUCH_TEXT: [
    '工作表内容过多，请删除多余内容后再试。',
    'The sheet holds too much text. Remove what is not needed.',
  ],
  // remarks about rows
  AMOUNT_NOT_UNDERSTOOD: [
    '“{value}”不是可识别的金额，请写成如 16000、1.6万元。',
    '"{value}" is not a sum. Write e.g. 16000 or 1.6万元.',
  ],
  AMOUNT_SEVERAL: [
    '“{value}”含有多个或人均金额，系统不代为相加，请改为一个金额。',
    '"{value}" holds several or per-head sums; give one sum.',
  ],
  AMOUNT_NOT_WHOLE_FEN: ['“{value}”换算后不足一分，请核对金额。', '"{value}" is not a whole number of fen.'],
  AMOUNT_TOO_LARGE: ['“{value}”超出可记录的金额范围，请核对。', '"{value}" is out of range.'],
  AMOUNT_NEGATIVE: ['金额“{value}”为负数，请核对。', 'The sum "{value}" is negative.'],
  AMOUNT_UNIT_ASSUMED: ['“{value}”没有注明单位，已按“元”计，请核对。', '"{value}" names no unit; 元 was assumed.'],
  DATE_NOT_UNDERSTOOD: [
    '“{value}”不是可识别的日期，请写成如 2024-06-30。',
    '"{value}" is not a date. Write e.g. 2024-06-30.',
  ],
  DATE_INVALID: ['“{value}”不是有效日期，请核对年月日。', '"{value}" is not a valid date.'],
  DATE_WITHOUT_YEAR: ['“{value}”没有年份，请补上年份。', '"{value}" has no year. Add it.'],
  DATE_FORMAT_AMBIGUOUS: [
    '“{value}”可能是 1 月或 10 月，已按 {date} 计，请核对。',
    '"{value}" may mean month 1 or 10; {date} was taken.',
  ],
  TYPE_NOT_UNDERSTOOD: [
    '整改类别“{value}”无法识别，请填写立行立改、分阶段整改或长期坚持。',
    'The class "{value}" is not known.',
  ],
  NUMBER_MISSING: [
    '此问题没有序号，已按新的问题处理，请核对。',
    'This finding has no number; it was taken as a new one.',
  ],
  NUMBER_DUPLICATE: ['序号“{value}”与第 {other} 行重复，请核对。', 'The number "{value}" also stands in row {other}.'],
  TITLE_MISSING: ['此行没有问题内容，请补充。', 'This finding has no text.'],
  ACTION_MISSING: ['此问题没有整改措施，请补充。', 'This finding has no action.'],
  DEPARTMENTS_SEVERAL: [
    '“{value}”含多个部门，已将第一个作为牵头部门，其余作为配合部门，请核对。',
    '"{value}" names several departments; the first was taken as lead.',
  ],
  VALUE_CONFLICT: [
    '“{value}”与本问题上一行的“{first}”不同，只保留前者，请核对。',
    '"{value}" differs from "{first}" above, which was kept.',
  ],
  ROW_ORPHAN: [
    '此行不属于任何问题，未导入：“{value}”。',
    'This row belongs to no finding and was not taken over: "{value}".',
  ],
  ROW_HIDDEN: [
    '此行在原表中被隐藏或筛选掉，仍已读入，请核对是否需要。',
    'This row is hidden in the sheet; it was read all the same.',
  ],
  CELL_ERROR: ['单元格显示错误值“{value}”，请在原表中更正。', 'The cell shows the error "{value}".'],
  FORMULA_WITHOUT_VALUE: [
    '单元格只有公式，没有保存计算结果，请在 WPS 或 Excel 中打开并保存后再导入。',
    'The formula has no saved value. Open and save the file first.',
  ],
  // directory of bodies and people
  DIRECTORY_NOT_FOUND: [
    '没有找到“人员”“单位”“部门”或“职务”工作表，请使用系统提供的模板。',
    'None of the sheets 人员, 单位, 部门, 职务 was found. Use the template.',
  ],
  REQUIRED: ['缺少“{field}”，请补充。', '{field} is missing.'],
  DUPLICATE: ['{field}“{value}”与第 {other} 行重复。', '{field} "{value}" also stands in row {other}.'],
  UNKNOWN_REFERENCE: [
    '{field}“{value}”不在本工作簿的{sheet}表中，请先在该表中增加。',
    '{field} "{value}" is not listed in the sheet {sheet}.',
  ],
  WORD_UNKNOWN: ['{field}“{value}”无法识别，可填：{known}。', '{field} "{value}" is not known. Known: {known}.'],
  ADMIN_ROLES_TOGETHER: [
    '同一人不得兼任系统、安全、审计管理员中的两种，请分给不同的人。',
    'No person may hold two of the three administrator roles.',
  ],
  LOGIN_INVALID: [
    '账号“{value}”格式不对：3 至 64 位小写字母、数字、点、横线或下划线，以字母或数字开头。',
    'The login "{value}" is malformed.',
  ],
  CREDIT_CODE_INVALID: [
    '统一社会信用代码“{value}”不正确（18 位，含校验码），请核对。',
    'The credit code "{value}" is wrong.',
  ],
  // uploaded files
  NAME_INVALID: [
    '文件名为空或含有不允许的字符（路径、控制符或反向显示字符），请改名后再传。',
    'The file name is empty or holds forbidden characters. Rename it.',
  ],
  NAME_TOO_LONG: ['文件名超过 {limit} 个字，请缩短后再传。', 'The file name exceeds {limit} characters.'],
  NAME_DISGUISED: [
    '文件名“{value}”含有可执行或网页类型的后缀，已拒绝。请改名后再传。',
    'The file name "{value}" hides an executable or web type.',
  ],
  EXTENSION_NOT_ALLOWED: [
    '不接受“{extension}”类型的文件。可上传：{allowed}。',
    'Files of type "{extension}" are not accepted. Allowed: {allowed}.',
  ],
  CONTENT_UNKNOWN: [
    '文件内容不是“{extension}”格式，请用原软件重新另存后再传。',
    'The content is not a {extension} file. Save it again in its own program.',
  ],
  CONTENT_MISMATCH: [
    '文件后缀是“{extension}”，内容却是“{actual}”，请改正后缀或重新另存。',
    'The name says {extension}, the content is {actual}.',
  ],
  MACROS: ['文件含有宏，请另存为不含宏的格式后再传。', 'The file contains macros. Save it without them.'],
  ACTIVE_CONTENT: [
    '文件含有可自动运行或引用外部内容的部分（{what}），请另存为 PDF 后再传。',
    'The file contains active or external content ({what}). Save it as PDF.',
  ],
  POLYGLOT: [
    '文件中夹带了其他类型的内容，已拒绝。请重新导出后再传。',
    'The file carries a second kind of content and was refused.',
  ],
  IMAGE_TOO_LARGE: [
    '图片尺寸 {width}×{height} 过大，请缩小后再传。',
    'The image of {width}×{height} pixels is too large.',
  ],
  ...TABLE_MESSAGES,
  ...TEMPLATE_MESSAGES,
} as const satisfies Record<string, readonly [zh: string, en: string]>;

/** Stable code of a message; safe to store and to translate. */
export type MessageCode = keyof typeof MESSAGES;

/** The sentence of a code in the asked language, its {placeholders} filled. A long value is cut at 60 characters. */
export function documentMessage(code: MessageCode, params: MessageParams = {}, language: 'zh' | 'en' = 'zh'): string {
  const template: string = MESSAGES[code][language === 'zh' ? 0 : 1];
  return template.replace(/\{(\w+)\}/g, (_, key: string) => shorten(String(params[key] ?? '')));
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= 60 ? text : `${characters.slice(0, 59).join('')}…`;
}
