/** 规定动作 */
export const step = {
  steps: '规定动作',
  step: '动作',
  due: '应完成',
  doneOn: '完成日期',
  doneTo: '结束日期',
  doneOf: '{{done}} / {{total}} 已完成',
  proof: '佐证',
  proofHint: '没有电子佐证时写明依据,如文号',
  evidence: '佐证材料',
  record: '登记',
  title: '登记“{{step}}”',
  emptyHint: '清空日期就是撤回登记',
  saved: '已登记',
  open: '未完成',
  late: '逾期未完成',
};
