/** 清退台账. */
export const moneyLedger = {
  title: '清退台账',
  count: '{{count}} 笔金额',
  none: '没有可查看的巡察',
  empty: '还没有登记金额',
  emptyText: '导入报告时,问题中的金额会自动登记;也可以在问题详情里认定金额。',
  more: '再显示 100 笔',
  yuan: '元',
  finding: '问题 · 金额事项',
  entries: '{{count}} 条收款或不予清退记录',
  voucher: '凭证 {{number}}',
};
