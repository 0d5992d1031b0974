import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime, groupedYuan } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { PieceFacts_PieceFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { EditPieceDialog } from './EditPieceDialog.tsx';
import css from './Piece.module.css';

const PieceFactsFragment = graphql(`
  fragment PieceFacts_piece on Evidence {
    id
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
    viewerCan
    ...EditPieceDialog_piece
  }
`);

type Row = readonly [label: string, value: string | number | null | undefined];

function dateWords(t: TFunction, date: PieceFacts_PieceFragment['date']): string | null {
  const days = [date.on, date.to].filter(Boolean).join(' — ');
  const inferred = date.year && date.year !== 'STATED' ? t(`vocabulary.yearSource.${date.year}`) : null;
  return [date.precision === 'DAY' || !date.text ? days : date.text, inferred].filter(Boolean).join(' · ') || null;
}

function rowsOf(t: TFunction, piece: PieceFacts_PieceFragment): Row[] {
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
  ];
}

/** What a piece says, field by field; what is not known is not shown. */
export function PieceFacts({ piece: masked }: { piece: FragmentType<typeof PieceFactsFragment> }) {
  const { t } = useTranslation();
  const piece = readFragment(PieceFactsFragment, masked);
  const [editing, setEditing] = useState(false);
  const may = piece.viewerCan.includes('editEvidence');
  return (
    <section>
      <dl className={css.facts}>
        {rowsOf(t, piece)
          .filter(([, value]) => value !== null && value !== undefined && value !== '')
          .map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {piece.recoveries.map((each) => (
          <div key={each.id}>
            <dt>{t(`vocabulary.recoveryKind.${each.kind}`)}</dt>
            <dd>
              <b>{groupedYuan(each.fen)}</b> {t('ui.amount.yuan')}（{each.words}）
              {[each.paidOn, each.payer, each.voucherNumber].filter(Boolean).join(' · ')}
            </dd>
          </div>
        ))}
      </dl>
      {may && (
        <Button onClick={() => setEditing(true)} className={css.edit}>
          {t('piece.edit')}
        </Button>
      )}
      {editing && <EditPieceDialog piece={piece} onClose={() => setEditing(false)} />}
    </section>
  );
}
