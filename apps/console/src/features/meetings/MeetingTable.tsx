import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/index.ts';
import type { MeetingRow_PieceFragment, MeetingType } from '../../gql/graphql.ts';
import { State } from '../../ui/State.tsx';
import { GroupRow, Table, Td, Th } from '../../ui/Table.tsx';
import { byMonth } from './by-month.ts';
import css from './Meetings.module.css';

export const MeetingRowFragment = graphql(`
  fragment MeetingRow_piece on Evidence {
    id
    pieceNumber
    title
    place
    reportedBySource
    date {
      on
      to
      text
      year
    }
    meeting {
      type
      typeText
      chair
    }
    attachments {
      id
      fileName
      path
    }
    actions(first: 100) {
      edges {
        node {
          id
          finding {
            id
            seq
          }
        }
      }
    }
  }
`);

export type Meeting = MeetingRow_PieceFragment;
type Signed = ReadonlyMap<string, readonly { id: string; seq: number }[]>;

type MeetingTableProps = {
  meetings: readonly Meeting[];
  /** Findings that a meeting's resolution signed, by meeting. */
  signed: Signed;
  onOpen: (meetingId: string) => void;
  /** Opens the resolution's form for a meeting; absent where nothing waits for one. */
  onDecide?: (meetingId: string) => void;
};

const COLUMNS = 5;

/** Every meeting, newest first, by month: what it was, which findings it bears on, and its papers. */
export function MeetingTable({ meetings, signed, ...verbs }: MeetingTableProps) {
  const { t } = useTranslation();
  return (
    <Table caption={t('meetings.title')} cards className={css.table}>
      <thead>
        <tr>
          <Th className={css.day}>{t('meetings.column.date')}</Th>
          <Th className={css.type}>{t('meetings.column.type')}</Th>
          <Th>{t('meetings.column.title')}</Th>
          <Th className={css.findings}>{t('meetings.column.findings')}</Th>
          <Th className={css.files}>{t('meetings.column.files')}</Th>
        </tr>
      </thead>
      <tbody>
        {byMonth(meetings).map((group) => (
          <Fragment key={group.month}>
            <GroupRow columns={COLUMNS} note={t('meetings.monthCount', { count: group.meetings.length })}>
              {group.month === ''
                ? t('meetings.noMonth')
                : t('meetings.month', { year: group.month.slice(0, 4), month: Number(group.month.slice(5)) })}
            </GroupRow>
            {group.meetings.map((meeting) => (
              <MeetingLine key={meeting.id} meeting={meeting} signed={signed.get(meeting.id) ?? []} {...verbs} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </Table>
  );
}

type LineProps = Pick<MeetingTableProps, 'onOpen' | 'onDecide'> & {
  meeting: Meeting;
  signed: readonly { id: string; seq: number }[];
};

/** Meetings of those who can decide for the body; others are only listed. */
const DECIDING: readonly MeetingType[] = ['PARTY_GROUP', 'EXECUTIVE', 'LEADING_GROUP'];

function MeetingLine({ meeting, signed, onOpen, onDecide }: LineProps) {
  const { t } = useTranslation();
  const { date, meeting: details } = meeting;
  const days = [date.on, date.to].filter((day) => typeof day === 'string');
  const type = details && (details.typeText ?? t(`vocabulary.meetingType.${details.type}`));
  return (
    <tr>
      <Td className={css.day} title={date.text ?? undefined}>
        {days.length === 0 && (date.text ?? '—')}
        {days.map((day, place) => (
          <Fragment key={day}>
            <span className={css.one}>{place > 0 ? `– ${day}` : day}</span>{' '}
          </Fragment>
        ))}
        {date.year && date.year !== 'STATED' && (
          <span className={`${css.quiet} ${css.one}`}>{t('meetings.inferred')}</span>
        )}
      </Td>
      <Td className={css.type}>{type}</Td>
      <Td className={css.name}>
        <button type="button" className={css.open} onClick={() => onOpen(meeting.id)}>
          {meeting.title}
        </button>
        {signed.length > 0 && (
          <span className={css.signed}>
            <State tone="ok">{t('meetings.signed', { count: signed.length })}</State>
          </span>
        )}
        {onDecide && date.on && details && DECIDING.includes(details.type) && (
          <button
            type="button"
            className={css.decide}
            aria-label={`${t('meetings.resolve')} ${meeting.title}`}
            onClick={() => onDecide(meeting.id)}
          >
            {t('meetings.decide')}
          </button>
        )}
      </Td>
      <Td label={t('meetings.column.findings')} className={css.findings}>
        <Findings meeting={meeting} signed={signed} />
      </Td>
      <Td label={t('meetings.column.files')} className={css.files}>
        {meeting.attachments.length === 0 ? (
          <span className={css.quiet}>{t('meetings.noFile')}</span>
        ) : (
          meeting.attachments.map((file) => (
            <a key={file.id} href={file.path} className={css.file} title={file.fileName}>
              {file.fileName}
            </a>
          ))
        )}
      </Td>
    </tr>
  );
}

function Findings({ meeting, signed }: Pick<LineProps, 'meeting' | 'signed'>) {
  const { t } = useTranslation();
  const all = [...meeting.actions.edges.map((edge) => edge.node.finding), ...signed];
  const once = [...new Map(all.map((finding) => [finding.id, finding])).values()].sort((a, b) => a.seq - b.seq);
  if (once.length === 0) return <span className={css.quiet}>{t('meetings.bodyWide')}</span>;
  return (
    <span className={css.numbers}>
      {once.map((finding) => (
        <Link key={finding.id} to="/findings/$findingId" params={{ findingId: finding.id }} className={css.number}>
          {finding.seq}
        </Link>
      ))}
    </span>
  );
}
