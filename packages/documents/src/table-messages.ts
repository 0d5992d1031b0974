/** What is said of the cells and rows of a ledger that came back. */
export const TABLE_MESSAGES = {
  TABLE_STATE: [
    '“{column}”由办理流程产生，状态不能通过表格修改，请在系统中提交或销号。',
    '{column} follows from the workflow; states never change by a table. Submit or close it in the system.',
  ],
  TABLE_MONEY: [
    '“{column}”由资金登记得出，不能通过表格修改，请在该问题的“资金”中登记。',
    '{column} follows from booked sums. Book it under the finding’s money.',
  ],
  TABLE_EVIDENCE: [
    '“{column}”由已上传的材料得出，不能通过表格修改，请在该问题的“佐证材料”中上传。',
    '{column} follows from uploaded evidence. Add it to the finding.',
  ],
  TABLE_NUMBER: ['“{column}”由系统编号，不能修改。', '{column} is given by the system.'],
  TABLE_ASPECT: [
    '“{column}”随巡察反馈确定，不能通过表格修改。',
    '{column} comes with the feedback and does not change by a table.',
  ],
  TABLE_OF_FINDING: [
    '“{column}”属于整个问题，请填在该问题的第一行。',
    '{column} belongs to the finding: put it into the finding’s first row.',
  ],
  TABLE_OF_ACTION: [
    '“{column}”要填在某条整改措施的行里，此行没有措施。',
    '{column} belongs to an action, and this row has none.',
  ],
  TABLE_FORBIDDEN: ['您无权修改该问题的“{column}”。', 'You may not change {column} of this finding.'],
  TABLE_WRONG_STATE: [
    '该问题目前的办理状态不允许修改“{column}”。',
    'In the finding’s present state {column} does not change.',
  ],
  TABLE_REFUSED: [
    '现在不能修改“{column}”，请在系统中查看该问题。',
    '{column} cannot be changed now. Open the finding.',
  ],
  TABLE_ABSENT: [
    '此行的记录在本台账中不存在，或已不在您的办理范围内，未作修改。',
    'The record of this row is not in this ledger, or no longer within your reach. Nothing is changed.',
  ],
  TABLE_NAME_UNKNOWN: [
    '本单位没有“{value}”，请核对“{column}”的名称是否与系统中一致。',
    'This body has no "{value}". Check the name in {column}.',
  ],
  TABLE_EMPTY: ['“{column}”不能清空；如不再需要，请在系统中办理。', '{column} cannot be emptied by a table.'],
  TABLE_TOO_LONG: ['“{column}”超过 {limit} 字，请删减。', '{column} exceeds {limit} characters.'],
  TABLE_DEADLINE: [
    '“{value}”看不出时限，请写成如 2024-06-30、立行立改或长期坚持。',
    '"{value}" is no deadline. Write e.g. 2024-06-30.',
  ],
  TABLE_DEADLINE_FIXED: [
    '整改方案已通过，时限只能申请延期，不能通过表格修改。',
    'The plan was accepted: the deadline changes only by an extension.',
  ],
  TABLE_SEVERAL: [
    '同一问题的“{column}”在不同行里填了不同的内容，请只保留一种。',
    'Rows of one finding say different things in {column}. Keep one.',
  ],
  TABLE_DROPPED: [
    '该措施已不再实施，进展不能通过表格修改。',
    'The action was dropped; its progress does not change by a table.',
  ],
  TABLE_LEAD_SUPPORTS: [
    '“{value}”已是牵头部门，不能同时是配合部门。',
    '"{value}" leads already and cannot support as well.',
  ],
  TABLE_NO_DEPARTMENT: [
    '该问题还没有牵头部门，代录的进展没有归属，请先确定牵头部门。',
    'The finding has no lead department to enter progress for.',
  ],
  TABLE_NEW_ACTION: [
    '此行没有系统标识，将作为该问题的新措施；只取“整改措施”一栏，其余各栏请在系统中补填。',
    'A row without key: a new action of the finding. Only its words are taken.',
  ],
  TABLE_NEW_FINDING: [
    '此行没有系统标识，将作为新问题登记；只取问题和措施，其余各栏请在系统中补填。',
    'A row without key: a new finding. Only its words and actions are taken.',
  ],
  TABLE_NO_PLACE: [
    '此行没有系统标识，也看不出属于哪个问题，未作处理。请填写该问题的序号。',
    'A row without key that stands under no finding. Give the finding’s number.',
  ],
  TABLE_COPY: [
    '此行与第 {other} 行的记录相同，内容也一样，未作处理。请删除重复的行。',
    'This row repeats row {other}. Delete it.',
  ],
  TABLE_NOT_CREATED: ['您不能新增问题或措施，此行未作处理。', 'You may not add findings or actions.'],
  TABLE_MISSING: [
    '导出时有、现在没有的行（第 {seq} 号问题）：系统不会因此删除任何记录。',
    'Exported, and not in the file any more (finding {seq}): nothing is deleted for that.',
  ],
  TABLE_CONFLICT: [
    '导出之后“{column}”已被{by}改为“{now}”，您填的是“{value}”，请选择保留哪一个。',
    'Since the export {by} changed {column} to "{now}"; you have "{value}". Choose one.',
  ],
} as const;
