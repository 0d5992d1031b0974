/** Words around figures, dates and deadlines. */
export const format = {
  yuan: '{{figure}} 元',
  wan: '{{figure}} 万元',
  today: '今天 {{time}}',
  yesterday: '昨天 {{time}}',
  dueToday: '今天到期',
  daysLeft_other: '还剩 {{count}} 天',
  daysOverdue_other: '逾期 {{count}} 天',
  workingDaysLeft_other: '还剩 {{count}} 个工作日',
  workingDaysOverdue_other: '逾期 {{count}} 个工作日',
};
