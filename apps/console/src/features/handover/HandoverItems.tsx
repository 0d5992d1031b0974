import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { HandoverSheet_HandoverFragment } from '../../gql/graphql.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import css from './handover.module.css';

const KINDS = ['LED', 'DEPARTMENT', 'TO_SIGN', 'HANDLED', 'ACTION'] as const;

/** What is handed over, kind by kind: what stays with the post first, then what goes to the successor. */
export function HandoverItems({ handover }: { handover: HandoverSheet_HandoverFragment }) {
  const { t } = useTranslation();
  const { items } = handover;
  if (items.length === 0) return <EmptyState title={t('handover.noItems')}>{t('handover.hidden')}</EmptyState>;
  return KINDS.filter((kind) => items.some((item) => item.kind === kind)).map((kind) => (
    <section key={kind} className={css.kind} aria-label={t(`handover.kinds.${kind}`)}>
      <h2>{t(`handover.kinds.${kind}`)}</h2>
      <Table caption={t(`handover.kinds.${kind}`)} cards>
        <thead>
          <tr>
            <Th right>{t('handover.no')}</Th>
            <Th>{t('handover.item')}</Th>
            <Th>{t('handover.due')}</Th>
          </tr>
        </thead>
        <tbody>
          {items
            .filter((item) => item.kind === kind)
            .map((item, index) => (
              <tr key={item.id}>
                <Td right label={t('handover.no')}>
                  {index + 1}
                </Td>
                <Td label={t('handover.item')}>
                  {item.finding ? (
                    <Link to="/findings/$findingId" params={{ findingId: item.finding.id }}>
                      {item.label}
                    </Link>
                  ) : (
                    item.label
                  )}
                </Td>
                <Td label={t('handover.due')}>{item.dueOn ?? '—'}</Td>
              </tr>
            ))}
        </tbody>
      </Table>
    </section>
  ));
}
