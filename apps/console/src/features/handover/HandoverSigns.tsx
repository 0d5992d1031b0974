import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import type { HandoverSheet_HandoverFragment } from '../../gql/graphql.ts';
import css from './handover.module.css';

/** Both sides and a witness: what was acknowledged here, and a line for the pen on the printed list. */
export function HandoverSigns({ handover }: { handover: HandoverSheet_HandoverFragment }) {
  const { t } = useTranslation();
  const outgoing =
    handover.inPlaceReason && handover.outgoingAckAt
      ? t('handover.inPlace', {
          name: handover.outgoingAckByName ?? '',
          at: dateTime(handover.outgoingAckAt),
          reason: handover.inPlaceReason,
        })
      : acknowledged(handover.outgoingAckAt);
  function acknowledged(at: string | null): string {
    return at ? t('handover.acknowledged', { at: dateTime(at) }) : t('handover.waiting');
  }
  const outdated = (at: string | null, current: boolean) => (at && !current ? t('handover.outdated') : '');
  const sides = [
    {
      role: t('handover.from'),
      name: handover.outgoing.name,
      said: outgoing,
      note: outdated(handover.outgoingAckAt, handover.outgoingCurrent),
    },
    {
      role: t('handover.to'),
      name: handover.incoming.name,
      said: acknowledged(handover.incomingAckAt),
      note: outdated(handover.incomingAckAt, handover.incomingCurrent),
    },
    { role: t('handover.witness'), name: '', said: '', note: '' },
  ];
  return (
    <dl className={`${css.signs} keep-together`}>
      {sides.map(({ role, name, said, note }) => (
        <div key={role}>
          <dt>
            {role} {name}
          </dt>
          <dd>
            {said && <p>{said}</p>}
            {note && <p className={css.outdated}>{note}</p>}
            <p className={css.pen}>
              {t('handover.sign')} <span>{t('handover.day')}</span>
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}
