import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import type { MadeAccount, RowRemark } from './send-list.ts';
import css from './admin.module.css';

/** Remarks on a list, row by row, as somebody with the file open wants them. */
export function RemarkTable({ remarks }: { remarks: readonly RowRemark[] }) {
  const { t } = useTranslation();
  if (remarks.length === 0) return null;
  return (
    <div style={{ marginTop: 'var(--s3)' }}>
      <Table caption={t('admin.import.problem')} cards>
        <thead>
          <tr>
            <Th>{t('admin.import.sheet')}</Th>
            <Th>{t('admin.import.cell')}</Th>
            <Th>{t('admin.import.value')}</Th>
            <Th>{t('admin.import.problem')}</Th>
          </tr>
        </thead>
        <tbody>
          {remarks.map((remark) => (
            <tr key={`${remark.sheet} ${remark.row} ${remark.column} ${remark.message}`}>
              <Td label={t('admin.import.sheet')}>{remark.sheet}</Td>
              <Td label={t('admin.import.cell')}>{`${remark.column ?? ''}${remark.row}`}</Td>
              <Td label={t('admin.import.value')}>{remark.value || '—'}</Td>
              <Td label={t('admin.person.name')}>
                <State tone={remark.level === 'error' ? 'late' : 'warn'}>{remark.message}</State>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

/** The list to print and cut up: one row per person. */
export function PasswordList({ accounts }: { accounts: readonly MadeAccount[] }) {
  const { t } = useTranslation();
  return (
    <section className={css.section}>
      <div className={css.bar}>
        <h2>{t('admin.import.passwords')}</h2>
        <div className={css.push}>
          <Button look="ink" onClick={() => window.print()}>
            {t('admin.import.printList')}
          </Button>
        </div>
      </div>
      <MarginNote kind="check">{t('admin.import.passwordsHint')}</MarginNote>
      <Table caption={t('admin.import.passwords')} cards style={{ marginTop: 'var(--s3)' }}>
        <thead>
          <tr>
            <Th>{t('admin.person.name')}</Th>
            <Th>{t('admin.account.login')}</Th>
            <Th>{t('admin.import.password')}</Th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <tr key={account.login}>
              <Td className={css.strong}>{account.name}</Td>
              <Td label={t('admin.account.login')}>{account.login}</Td>
              <Td label={t('admin.import.password')}>
                <code>{account.oneTimePassword}</code>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
