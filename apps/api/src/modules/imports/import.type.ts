import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf, Node } from '../../graphql/connection.ts';
import { Instant, Json } from '../../graphql/scalars.ts';
import { ImportKindEnum, ImportModeEnum, ImportStateEnum } from '../../graphql/vocabulary-imports.ts';
import { Inspection } from '../rounds/round.type.ts';

@ObjectType({
  implements: Node,
  description: 'A source that became rows: its text, what was read of it, and what the clerk corrected.',
})
export class Import extends Node {
  @Field(() => ImportKindEnum, { description: 'Report, list, or table of changes.' })
  kind: string;

  @Field(() => ImportModeEnum, {
    nullable: true,
    description: 'As history or as a live ledger; null while being checked.',
  })
  mode: string | null;

  @Field(() => ImportStateEnum, { description: 'Being checked, committed, or undone.' })
  state: string;

  @Field(() => String, { description: 'Name of the file, or 粘贴的文本.' })
  fileName: string;

  @Field(() => String, { description: 'SHA-256 of the file as received.' })
  sha256: string;

  @Field(() => String, {
    nullable: true,
    description: 'The decoded text of a report; spans count in its UTF-16 units.',
  })
  sourceText: string | null;

  @Field(() => Json, {
    description:
      'Report: the parsed report of docs/report-format.md with the clerk’s corrections. List: the workbook as read. Table of changes: each changed cell and added row, before and after.',
  })
  parsed: unknown;

  @Field(() => [Int], { description: 'Findings the clerk has checked, by seq.' })
  checkedSeqs: number[];

  @Field(() => Boolean, { description: 'Whether it can be undone: nobody has worked on its rows.' })
  undoable: boolean;

  @Field(() => Int, { description: 'Findings in the ledger that came from it.' })
  findingCount: number;

  @Field(() => Inspection, { description: 'The inspection it belongs to.' })
  inspection: Inspection;

  @Field(() => String, { description: 'Who imported it.' })
  createdByName: string;

  @Field(() => Instant, { description: 'When it was read.' })
  createdAt: string;

  @Field(() => Instant, { nullable: true, description: 'When it entered the ledger.' })
  committedAt: string | null;

  @Field(() => Int, { description: 'Version for updates.' })
  version: number;
}

export const ImportConnection = connectionOf(Import, 'Import', 'imports');
