import type { TFunction } from 'i18next';
import { dateTime, groupedYuan } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import type { PieceRows_PieceFragment } from '../../gql/graphql.ts';

export const PieceRowsFragment = graphql(`
  fragment PieceRows_piece on Evidence {
    kind
    date {
      on
      to
      text
      year
      precision
    }
    place
    note
    headcount
    quote
    restricted
    reportedBySource
    checkedCount
    correctedCount
    createdAt
    createdByName
    onBehalfSource
    onBehalfOf {
      id
      name
    }
    meeting {
      type
      typeText
      chair
      attendees
      absent
      recorder
      agenda
      resolution
      minutesNumber
    }
    document {
      number
      issuer
      status
      change
    }
    talk {
      type
      typeText
      interviewer
      interviewee
      reason
      occurrences
    }
    recoveries {
      id
      fen
      kind
      payer
      paidOn
      voucherNumber
      words
    }
  }
`);

/** A field of a piece in words; null where nothing is known of it. */
export type Row = readonly [label: string, value: string | number | null | undefined];

/** Whether a row says something. */
export const says = ([, value]: Row): boolean => value !== null && value !== undefined && value !== '';

function dateWords(t: TFunction, date: PieceRows_PieceFragment['date']): string | null {
  const days = [date.on, date.to].filter(Boolean).join(' — ');
  const inferred = date.year && date.year !== 'STATED' ? t(`vocabulary.yearSource.${date.year}`) : null;
  return [date.precision === 'DAY' || !date.text ? days : date.text, inferred].filter(Boolean).join(' · ') || null;
}

/** What a piece says, field by field, always in this order; payments come last. */
export function rowsOf(t: TFunction, piece: PieceRows_PieceFragment): Row[] {
  const { meeting, document, talk } = piece;
  return [
    [t('piece.field.date'), dateWords(t, piece.date)],
    [t('piece.field.type'), meeting && (meeting.typeText ?? t(`vocabulary.meetingType.${meeting.type}`))],
    [t('piece.field.type'), talk && (talk.typeText ?? t(`vocabulary.talkType.${talk.type}`))],
    [t('piece.field.number'), document?.number],
    [t('piece.field.issuer'), document?.issuer],
    [t('piece.field.status'), document && t(`vocabulary.documentStatus.${document.status}`)],
    [t('piece.field.change'), document?.change && t(`vocabulary.documentChange.${document.change}`)],
    [t('piece.field.interviewer'), talk?.interviewer],
    [t('piece.field.interviewee'), talk?.interviewee],
    [t('piece.field.reason'), talk?.reason],
    [t('piece.field.occurrences'), talk?.occurrences],
    [t('piece.field.place'), piece.place],
    [t('piece.field.chair'), meeting?.chair],
    [t('piece.field.attendees'), meeting?.attendees],
    [t('piece.field.absent'), meeting?.absent],
    [t('piece.field.recorder'), meeting?.recorder],
    [t('piece.field.agenda'), meeting?.agenda],
    [t('piece.field.resolution'), meeting?.resolution],
    [t('piece.field.minutesNumber'), meeting?.minutesNumber],
    [t('piece.field.headcount'), piece.headcount],
    [t('piece.field.checkedCount'), piece.checkedCount],
    [t('piece.field.correctedCount'), piece.correctedCount],
    [t('piece.field.note'), piece.note],
    [t('piece.field.quote'), piece.quote],
    [
      t('piece.field.entered'),
      [
        piece.reportedBySource ? t('action.bySource') : piece.createdByName,
        dateTime(piece.createdAt),
        piece.onBehalfOf && t('action.onBehalf', { name: piece.onBehalfOf.name, source: piece.onBehalfSource }),
      ]
        .filter(Boolean)
        .join(' · '),
    ],
    ...piece.recoveries.map((each): Row => [
      t(`vocabulary.recoveryKind.${each.kind}`),
      `${groupedYuan(each.fen)} ${t('ui.amount.yuan')}（${each.words}）${[each.paidOn, each.payer, each.voucherNumber].filter(Boolean).join(' · ')}`,
    ]),
  ];
}
