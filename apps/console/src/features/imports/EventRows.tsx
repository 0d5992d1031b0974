import { useTranslation } from 'react-i18next';
import { Tag } from '../../ui/Tag.tsx';
import type { ImportEditInput } from '../../gql/graphql.ts';
import { CardItem, CardRow, DropButton } from './CardRow.tsx';
import type { CardContext } from './card-context.ts';
import { markId } from './source-marks.ts';
import { SourceValue } from './SourceValue.tsx';

type EventItem = { date: string | null; words: string; notes: string[] };
type EventList = {
  key: 'meetings' | 'documents' | 'talks';
  items: EventItem[];
  drop: (index: number) => ImportEditInput;
};

function useEventLists({ finding }: CardContext): EventList[] {
  const { t } = useTranslation();
  const { seq } = finding;
  const year = (source: string | null) =>
    source === 'CARRIED' || source === 'ROLLOVER' || source === 'INFERRED' ? [t(`imports.year.${source}`)] : [];
  const issued = { ISSUED: null, DRAFT: 'draft', ISSUED_BY_OTHER: 'other', REFERENCED: 'referenced' } as const;
  return [
    {
      key: 'meetings',
      items: finding.meetings.map(({ date, type, year: from }) => ({ date, words: type, notes: year(from) })),
      drop: (index) => ({ dropMeeting: { seq, index } }),
    },
    {
      key: 'documents',
      items: finding.documents.map(({ title, number, date, status }) => {
        const kind = issued[status];
        return { date, words: number ? `${title} ${number}` : title, notes: kind ? [t(`imports.row.${kind}`)] : [] };
      }),
      drop: (index) => ({ dropDocument: { seq, index } }),
    },
    {
      key: 'talks',
      items: finding.talks.map(({ date, type }) => ({ date, words: type, notes: [] })),
      drop: (index) => ({ dropTalk: { seq, index } }),
    },
  ];
}

/** Meetings, documents and talks with their dates; how a missing year was found stands beside it. */
export function EventRows({ context }: { context: CardContext }) {
  const { t } = useTranslation();
  const { showing, editable, busy, correct } = context;
  const lists = useEventLists(context).filter(({ items }) => items.length > 0);
  return lists.map(({ key, items, drop }) => (
    <CardRow key={key} label={t(`imports.row.${key}`)}>
      <ul>
        {items.map(({ date, words, notes }, index) => (
          <CardItem
            key={index} // the same meeting may be printed twice
            verbs={
              editable && (
                <DropButton
                  label={t('imports.edit.drop', { what: t(`imports.row.${key}`) })}
                  busy={busy}
                  onDrop={() => void correct([drop(index)])}
                />
              )
            }
          >
            <SourceValue id={markId(key, index)} kind="event" showing={showing}>
              {key === 'documents' ? words : (date ?? t('imports.row.undated'))}
            </SourceValue>{' '}
            {key === 'documents' ? date : words}{' '}
            {notes.map((note) => (
              <Tag key={note}>{note}</Tag>
            ))}
          </CardItem>
        ))}
      </ul>
    </CardRow>
  ));
}
