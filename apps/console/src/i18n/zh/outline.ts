/** 全单位进展. */
export const outline = { title: '问题标题', closedOn: '销号日期', more: '再看一百个' };
