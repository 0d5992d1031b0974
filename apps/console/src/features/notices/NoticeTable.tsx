import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import type { FragmentType } from '../../gql/index.ts';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { noticeRow, noticeStanding, type NoticeRowFragment } from './notice-facts.ts';
import css from './notices.module.css';

/** Notices, newest first, each leading to its page. */
export function NoticeTable({ rows }: { rows: readonly FragmentType<typeof NoticeRowFragment>[] }) {
  const { t } = useTranslation();
  return (
    <Table caption={t('shell.nav.notices')} cards>
      <thead>
        <tr>
          <Th>{t('notice.number')}</Th>
          <Th>{t('notice.kind')}</Th>
          <Th>{t('notice.titleField')}</Th>
          <Th>{t('notice.body')}</Th>
          <Th>{t('notice.findings')}</Th>
          <Th>{t('notice.sentAt')}</Th>
          <Th>{t('notice.replyDue')}</Th>
          <Th>{t('notice.state')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((masked) => {
          const row = noticeRow(masked);
          const { tone, words } = noticeStanding(t, row);
          return (
            <tr key={row.id}>
              <Td className={css.nowrap}>
                <Link to="/notices/$noticeId" params={{ noticeId: row.id }}>
                  {row.number}
                </Link>
              </Td>
              <Td label={t('notice.kind')}>{t(`vocabulary.noticeKind.${row.kind}`)}</Td>
              <Td label={t('notice.titleField')}>{row.title}</Td>
              <Td label={t('notice.body')}>{row.body.shortName}</Td>
              <Td label={t('notice.findings')}>{row.findings.map((one) => one.seq).join('、') || '—'}</Td>
              <Td label={t('notice.sentAt')} className={css.nowrap}>
                {dateTime(row.sentAt).slice(0, 10)}
              </Td>
              <Td label={t('notice.replyDue')} className={css.nowrap}>
                {row.replyDue?.dueOn ?? '—'}
              </Td>
              <Td label={t('notice.state')} className={css.nowrap}>
                <State tone={tone}>{words}</State>
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
