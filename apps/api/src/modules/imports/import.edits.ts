import { Field, InputType, Int } from 'type-graphql';
import { ResultEnum } from '../../graphql/vocabulary.ts';

@InputType({ description: 'A finding of the import.' })
export class SeqEdit {
  @Field(() => Int, { description: 'Number of the finding in the import, from 1.' })
  seq: number;
}

@InputType({ description: 'An action of the import.' })
export class PlaceEdit extends SeqEdit {
  @Field(() => Int, { description: 'Number of the action within its finding, from 1.' })
  ordinal: number;
}

@InputType({ description: 'Fields of a finding. Absent fields stay.' })
export class EditFindingEdit extends SeqEdit {
  @Field(() => String, { nullable: true, description: 'Title.' })
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'Whole text.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Heading it stands under; null: none.' })
  category?: string | null;

  @Field(() => ResultEnum, { nullable: true, description: 'What the printed result means.' })
  status?: 'COMPLETED' | 'BASICALLY' | 'PARTIAL' | 'ONGOING' | 'NOT_DONE' | 'UNKNOWN' | null;

  @Field(() => String, { nullable: true, description: 'Words of the result; null: none.' })
  resultText?: string | null;
}

@InputType({ description: 'New words of an action.' })
export class EditActionEdit extends PlaceEdit {
  @Field(() => String, { description: 'The words, without enumerator.' })
  text: string;
}

@InputType({ description: 'A new action.' })
export class AddActionEdit extends SeqEdit {
  @Field(() => Int, { nullable: true, description: 'Its number; absent: the last.' })
  ordinal?: number | null;

  @Field(() => String, { description: 'The words, without enumerator.' })
  text: string;
}

@InputType({ description: 'Where an action is cut.' })
export class SplitActionEdit extends PlaceEdit {
  @Field(() => Int, {
    description: 'UTF-16 units from the start of the action’s text; what follows becomes an action of its own.',
  })
  at: number;
}

@InputType({ description: 'Where a finding is cut.' })
export class SplitFindingEdit extends SeqEdit {
  @Field(() => Int, {
    description:
      'UTF-16 units from the start of the source; what follows within the finding becomes a finding of its own.',
  })
  at: number;
}

@InputType({ description: 'One meeting, document, refund or talk of a finding.' })
export class SpecificsEdit extends SeqEdit {
  @Field(() => Int, { description: 'Place in the finding’s list, from 0.' })
  index: number;
}

@InputType({ description: 'Which findings are checked.' })
export class MarkCheckedEdit {
  @Field(() => [Int], { description: 'Numbers of the findings in the import.' })
  seqs: number[];

  @Field(() => Boolean, { description: 'Checked, or not any more.' })
  checked: boolean;
}

@InputType({ description: 'Cells and rows of a table of changes that are taken over, or left out.' })
export class TakeCellsEdit {
  @Field(() => [Int], { nullable: true, description: 'Places in the list of changes, from 0.' })
  changes?: number[] | null;

  @Field(() => [Int], { nullable: true, description: 'Places in the list of added rows, from 0.' })
  additions?: number[] | null;

  @Field(() => Boolean, { description: 'Taken over, or left out.' })
  accepted: boolean;
}
