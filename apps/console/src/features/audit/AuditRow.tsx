import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { State } from '../../ui/State.tsx';
import { Td } from '../../ui/Table.tsx';
import admin from '../admin/admin.module.css';
import { changesOf, fieldWords, valueWords } from './audit-values.ts';
import css from './AuditRow.module.css';

const AuditRowFragment = graphql(`
  fragment AuditRow_auditEvent on AuditEvent {
    id
    at
    actorName
    actorPost
    verb
    recordType
    recordId
    changed
    before
    after
    reason
    origin
    success
    seq
    hash
    sealedAt
    body {
      id
      shortName
    }
  }
`);

type AuditRowProps = { event: FragmentType<typeof AuditRowFragment>; onRecord: (recordId: string) => void };

/** One entry: administrative records with their values, all others only with the names of what was written. */
export function AuditRow({ event: masked, onRecord }: AuditRowProps) {
  const { t } = useTranslation();
  const event = readFragment(AuditRowFragment, masked);
  const { recordId } = event;
  const words = (group: 'verb' | 'record', code: string) =>
    t(`audit.${group}.${code}` as never, { defaultValue: code } as never) as unknown as string;
  return (
    <tr>
      <Td className={css.at}>{dateTime(event.at)}</Td>
      <Td label={t('audit.who')}>
        <span className={admin.strong}>{event.actorName}</span>
        {event.actorPost && <span className={admin.quiet}> {event.actorPost}</span>}
      </Td>
      <Td label={t('audit.verbLabel')}>
        {event.success ? words('verb', event.verb) : <State tone="late">{words('verb', event.verb)}</State>}
      </Td>
      <Td label={t('audit.recordLabel')}>
        <span>
          {words('record', event.recordType)}
          {recordId && (
            <Button
              look="quiet"
              className={css.id}
              aria-label={t('audit.onlyThis', { id: recordId.slice(-6) })}
              onClick={() => onRecord(recordId)}
            >
              …{recordId.slice(-6)}
            </Button>
          )}
          {event.body && <span className={admin.quiet}> {event.body.shortName}</span>}
        </span>
      </Td>
      <Td label={t('audit.change')}>
        <Changes event={masked} />
      </Td>
      <Td label={t('audit.origin')} className={`${admin.quiet} ${css.at}`}>
        {event.origin ?? '—'}
      </Td>
      <Td label={t('audit.place')} title={event.hash}>
        <span>{event.seq}</span>{' '}
        <State tone={event.sealedAt ? 'ok' : 'calm'} title={event.sealedAt ? dateTime(event.sealedAt) : undefined}>
          {t(event.sealedAt ? 'audit.sealed' : 'audit.unsealed')}
        </State>
      </Td>
    </tr>
  );
}

function Changes({ event: masked }: { event: FragmentType<typeof AuditRowFragment> }) {
  const { t } = useTranslation();
  const event = readFragment(AuditRowFragment, masked);
  const changes = changesOf(event.before, event.after);
  return (
    <div className={css.changes}>
      {changes.map(({ field, before, after }) => (
        <p key={field}>
          <span className={admin.quiet}>{fieldWords(t, field)}</span>{' '}
          {before !== undefined && (
            <>
              <del>{valueWords(t, field, before)}</del> →{' '}
            </>
          )}
          {valueWords(t, field, after)}
        </p>
      ))}
      {changes.length === 0 && event.changed.length > 0 && (
        <p className={admin.quiet}>
          {t('audit.changed', { fields: [...new Set(event.changed.map((field) => fieldWords(t, field)))].join('、') })}
        </p>
      )}
      {event.reason && <p>{t('audit.reason', { reason: event.reason })}</p>}
      {changes.length === 0 && event.changed.length === 0 && !event.reason && <span className={admin.quiet}>—</span>}
    </div>
  );
}
