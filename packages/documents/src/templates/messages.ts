/** What can be wrong with a template of official documents, as [zh, en]. */
export const TEMPLATE_MESSAGES = {
  TEMPLATE_NOT_DOCX: [
    '模板须是 .docx 文件，请在 WPS 或 Word 中“另存为”.docx 后再传。',
    'A template is a .docx file. Save it as .docx first.',
  ],
  TEMPLATE_UNKNOWN: [
    '没有“{name}”这个占位符，请对照占位符清单改正或删除。',
    'There is no placeholder "{name}". Compare the list of placeholders.',
  ],
  TEMPLATE_OUTSIDE_LIST: [
    '占位符“{name}”只能写在“#{list}”与“/{list}”之间，请移到其中。',
    'The placeholder "{name}" stands between #{list} and /{list} only. Move it there.',
  ],
  TEMPLATE_LIST_AS_TEXT: [
    '“{name}”是列表，请用“#{name}”开始、“/{name}”结束。',
    '"{name}" is a list: begin it with #{name} and end it with /{name}.',
  ],
  TEMPLATE_REQUIRED: ['缺少必需的占位符{names}，请补上。', 'The placeholder {names} is missing. Add it.'],
  TEMPLATE_UNCLOSED: ['占位符“{name}”缺少右花括号，请补上。', 'The placeholder "{name}" has no closing brace. Add it.'],
  TEMPLATE_UNOPENED: ['占位符“{name}”缺少左花括号，请补上。', 'The placeholder "{name}" has no opening brace. Add it.'],
  TEMPLATE_SPLIT: [
    '占位符“{name}”被拆在两个段落或单元格中，请写在同一段内。',
    'The placeholder "{name}" is split over two paragraphs or cells. Write it within one.',
  ],
  TEMPLATE_LIST_UNCLOSED: ['列表“{name}”没有结束，请补上“/{name}”。', 'The list "{name}" has no end. Add /{name}.'],
  TEMPLATE_LIST_UNOPENED: [
    '列表“{name}”没有开始，请补上“#{name}”。',
    'The list "{name}" has no beginning. Add #{name}.',
  ],
  TEMPLATE_LIST_CROSSED: [
    '列表“{name}”与另一列表交叉，请先结束里面的列表。',
    'The list "{name}" crosses another. End the inner one first.',
  ],
  TEMPLATE_LIST_PLACE: [
    '列表“{name}”的开始与结束位置不对应：请同在正文中，或同在表格的一行中。',
    'The list "{name}" begins and ends in places that do not match: put both in the text, or both in one row.',
  ],
  TEMPLATE_CODE: [
    '占位符“{name}”的写法不允许，这里只能填入文字，请去掉前面的符号。',
    'The placeholder "{name}" is written in a way that is not allowed: values are text alone. Remove the sign before it.',
  ],
  TEMPLATE_IN_FIELD: [
    '占位符“{name}”写在域代码中，不会被填入，请移到正文文字中。',
    'The placeholder "{name}" stands in the code of a field and would not be filled. Move it into the text.',
  ],
  TEMPLATE_UNREADABLE: [
    '模板无法解析，请在 WPS 或 Word 中打开后重新另存再传。',
    'The template cannot be read. Open it in WPS or Word and save it again.',
  ],
} as const;
