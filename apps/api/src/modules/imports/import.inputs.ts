import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../graphql/enums.ts';
import { UserError } from '../../graphql/errors.ts';
import { ImportModeEnum } from '../../graphql/vocabulary.ts';
import {
  EditActionEdit,
  EditFindingEdit,
  PlaceEdit,
  SpecificsEdit,
  SplitActionEdit,
  SplitFindingEdit,
  AddActionEdit,
  SeqEdit,
  MarkCheckedEdit,
} from './import.edits.ts';
import { Import } from './import.type.ts';

@ObjectType({ description: 'The changed import, or why it was refused.' })
export class ImportPayload {
  @Field(() => Import, { nullable: true, description: 'The import after the change; null when refused.' })
  import?: Import | null;

  @Field(() => [UserError], { description: 'Refusals; empty when carried out.' })
  userErrors: UserError[];
}

@InputType({ description: 'Which import, and the version that was seen.' })
export class ImportVerbInput {
  @Field(() => ID, { description: 'Global id of the import.' })
  importId: string;

  @Field(() => Int, { description: 'The version that was seen; a stale one is refused with CONFLICT.' })
  version: number;
}

@InputType({
  description:
    'One correction of what was read: exactly one field is given. Merging, splitting and leaving out correct the reading and never change the source’s words; typed words are printed by the report. A list’s workbook takes editFinding, editAction, addAction, removeAction, notAFinding and markChecked.',
})
export class ImportEditInput {
  @Field(() => EditFindingEdit, { nullable: true, description: 'Changes fields of a finding.' })
  editFinding?: EditFindingEdit | null;

  @Field(() => EditActionEdit, { nullable: true, description: 'Changes the words of an action.' })
  editAction?: EditActionEdit | null;

  @Field(() => AddActionEdit, { nullable: true, description: 'Adds an action.' })
  addAction?: AddActionEdit | null;

  @Field(() => PlaceEdit, {
    nullable: true,
    description: 'Is not an action: leaves it out; its words stay in the source.',
  })
  removeAction?: PlaceEdit | null;

  @Field(() => SplitActionEdit, { nullable: true, description: 'Cuts an action in two.' })
  splitAction?: SplitActionEdit | null;

  @Field(() => SeqEdit, { nullable: true, description: '并入上一问题: makes the finding part of the one before.' })
  mergeFinding?: SeqEdit | null;

  @Field(() => SplitFindingEdit, { nullable: true, description: 'Cuts a finding in two at a place of the source.' })
  splitFinding?: SplitFindingEdit | null;

  @Field(() => SeqEdit, {
    nullable: true,
    description: '不是问题: the stretch is not a finding; its words stay in the source.',
  })
  notAFinding?: SeqEdit | null;

  @Field(() => SpecificsEdit, { nullable: true, description: 'Is not a meeting of this finding.' })
  dropMeeting?: SpecificsEdit | null;

  @Field(() => SpecificsEdit, { nullable: true, description: 'Is not a document of this finding.' })
  dropDocument?: SpecificsEdit | null;

  @Field(() => SpecificsEdit, { nullable: true, description: 'Is not a refund of this finding.' })
  dropRefund?: SpecificsEdit | null;

  @Field(() => SpecificsEdit, { nullable: true, description: 'Is not a talk of this finding.' })
  dropTalk?: SpecificsEdit | null;

  @Field(() => MarkCheckedEdit, { nullable: true, description: '核对无误, or takes that back.' })
  markChecked?: MarkCheckedEdit | null;
}

@InputType({
  description:
    'Corrections, carried out in order as one step: all or none. Numbers are those after the corrections before.',
})
export class CorrectImportInput extends ImportVerbInput {
  @Field(() => [ImportEditInput], { description: 'At least one, at most 100.' })
  edits: ImportEditInput[];
}

export const MARKER_KINDS = [
  'body',
  'part',
  'cnParen',
  'num',
  'numParen',
  'circled',
  'problem',
  'label',
  'table',
] as const;

const MarkerKindEnum = enumOf('MarkerKind', 'A form of number that can start a line of a report.', MARKER_KINDS, {
  body: 'A line that is nothing but the name of a body, where one file covers several.',
  part: '一、',
  cnParen: '（一）',
  num: '1.',
  numParen: '（1）',
  circled: '①',
  problem: '问题1：',
  label: 'A label such as 反馈问题：, without a number.',
  table: 'Rows of a table.',
});

@InputType({ description: 'Further labels of this report by what they open.' })
export class ReportLabelsInput {
  @Field(() => [String], { nullable: true, description: 'Open the text of a finding.' })
  finding?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Open the measures.' })
  measures?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Open the result.' })
  status?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Name the leader.' })
  leader?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Name the department.' })
  department?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Name the person.' })
  person?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Name the deadline.' })
  deadline?: string[] | null;
}

@InputType({
  description: 'Words with which this report states each result; they replace those of the inspection’s settings.',
})
export class ReportResultsInput {
  @Field(() => [String], { nullable: true, description: 'Completed.' })
  completed?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Basically completed.' })
  basically?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Completed in part.' })
  partial?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Being continued.' })
  ongoing?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Not done.' })
  notDone?: string[] | null;
}

@InputType({
  description: 'What a person corrects about the layout before a report is read again. Absent fields: as detected.',
})
export class LayoutProfileInput {
  @Field(() => MarkerKindEnum, { nullable: true, description: 'Which numbers are findings.' })
  findingLevel?: (typeof MARKER_KINDS)[number] | null;

  @Field(() => MarkerKindEnum, { nullable: true, description: 'Which headings are aspects; null: none.' })
  categoryLevel?: (typeof MARKER_KINDS)[number] | null;

  @Field(() => ReportLabelsInput, { nullable: true, description: 'Further labels.' })
  labels?: ReportLabelsInput | null;

  @Field(() => ReportResultsInput, { nullable: true, description: 'Words of the results.' })
  results?: ReportResultsInput | null;
}

@InputType({
  description:
    'Reads a report’s source again with a corrected layout; corrections and checks made so far are given up.',
})
export class ReparseInput extends ImportVerbInput {
  @Field(() => LayoutProfileInput, { description: 'The corrections of the layout; replaces earlier ones.' })
  profile: LayoutProfileInput;
}

export const LEDGER_FIELDS = [
  'seq', 'aspect', 'title', 'description', 'remediationType', 'target', 'measure', 'leader', 'leadDepartment', 'supportingDepartments',
  'person', 'deadline', 'progress', 'effect', 'evidence', 'statedAmount', 'recoveredAmount', 'result', 'closedOn', 'remark',
] as const; // prettier-ignore

const LedgerFieldEnum = enumOf('LedgerField', 'A column of the official ledger.', LEDGER_FIELDS, {
  seq: '序号',
  aspect: '问题方面',
  title: '反馈问题',
  description: '具体问题',
  remediationType: '整改类别',
  target: '整改目标',
  measure: '整改措施',
  leader: '责任领导',
  leadDepartment: '牵头部门',
  supportingDepartments: '配合部门',
  person: '责任人',
  deadline: '整改时限',
  progress: '进展情况',
  effect: '整改成效',
  evidence: '佐证材料',
  statedAmount: '涉及金额',
  recoveredAmount: '已清退',
  result: '整改结果',
  closedOn: '销号日期',
  remark: '备注',
});

@InputType({ description: 'What a column of the workbook holds.' })
export class ColumnMappingInput {
  @Field(() => Int, { description: 'Number of the column, 1 = A.' })
  column: number;

  @Field(() => LedgerFieldEnum, { nullable: true, description: 'The field; null leaves the column out.' })
  field?: (typeof LEDGER_FIELDS)[number] | null;
}

@InputType({ description: 'Reads a list’s stored workbook again; corrections and checks made so far are given up.' })
export class RemapColumnsInput extends ImportVerbInput {
  @Field(() => String, { nullable: true, description: 'Name of the sheet; absent: the one that fits best.' })
  sheet?: string | null;

  @Field(() => Int, { nullable: true, description: 'First row of the header, from 1; absent: found.' })
  headerRow?: number | null;

  @Field(() => [ColumnMappingInput], {
    description: 'Columns to map otherwise than by name; the others keep the automatic mapping.',
  })
  mapping: ColumnMappingInput[];
}

@InputType({ description: 'Enters a checked import into the ledger as one batch.' })
export class CommitImportInput extends ImportVerbInput {
  @Field(() => ImportModeEnum, { description: 'As history (据原文记录) or as a live ledger (待认领).' })
  mode: 'HISTORY' | 'LIVE';
}
