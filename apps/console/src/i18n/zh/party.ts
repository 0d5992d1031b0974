/** 外部单位和人员 */
export const party = {
  title: '涉及的外部单位和人员',
  add: '添加',
  addTitle: '给问题 {{number}} 添加外部单位或人员',
  changeTitle: '修改问题 {{number}} 的外部单位或人员',
  first: '先写名称和事实',
  kind: '类别',
  name: '名称',
  nameHint: '照反馈原文写;公开时按规定隐去',
  fact: '涉及的事实',
  progress: '进展',
  saved: '已保存',
  remove: '撤回',
  removed: '已撤回',
};
