/** 重复问题 */
export const repeat = {
  title: '重复问题',
  none: '没有登记重复。',
  note: '登记重复',
  noteTitle: '问题 {{number}} 与以前的哪个问题重复',
  first: '先选以前的问题或写明出处,再选类型',
  earlier: '以前的问题',
  suggested: '文字相近,请核对;是否重复由您判断',
  elsewhere: '不在其中,写明出处',
  words: '出处',
  wordsHint: '如:2021 年审计报告第 4 条',
  kind: '类型',
  invisible: '(不在您的范围内)',
  noted: '已登记',
  removed: '已撤回',
  remove: '撤回“{{kind}}”',
};
