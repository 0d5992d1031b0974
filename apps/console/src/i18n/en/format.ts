/** Words around figures, dates and deadlines. */
export const format = {
  yuan: '{{figure}} yuan',
  wan: '{{figure}} × 10,000 yuan',
  today: 'today {{time}}',
  yesterday: 'yesterday {{time}}',
  dueToday: 'due today',
  daysLeft_one: '{{count}} day left',
  daysLeft_other: '{{count}} days left',
  daysOverdue_one: '{{count}} day overdue',
  daysOverdue_other: '{{count}} days overdue',
  workingDaysLeft_one: '{{count}} working day left',
  workingDaysLeft_other: '{{count}} working days left',
  workingDaysOverdue_one: '{{count}} working day overdue',
  workingDaysOverdue_other: '{{count}} working days overdue',
};
