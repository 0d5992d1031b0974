import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import type { DirectoryList, Step } from './list-plan.ts';
import type { MadePassword } from './run-list.ts';
import css from './admin.module.css';

/** Remarks on the list, row by row, as somebody with the file open would want them. */
export function ListErrors({ errors }: { errors: DirectoryList['rowErrors'] }) {
  const { t } = useTranslation();
  if (errors.length === 0) return null;
  return (
    <>
      <MarginNote kind="check">{t('admin.import.errors', { count: errors.length })}</MarginNote>
      <div className={css.wide} style={{ margin: 'var(--s3) 0' }}>
        <Table caption={t('admin.import.problem')} cards>
          <thead>
            <tr>
              <Th>{t('admin.import.sheet')}</Th>
              <Th right>{t('admin.import.row')}</Th>
              <Th>{t('admin.import.value')}</Th>
              <Th>{t('admin.import.problem')}</Th>
            </tr>
          </thead>
          <tbody>
            {errors.map((error) => (
              <tr key={`${error.sheet} ${error.row} ${error.column} ${error.message}`}>
                <Td label={t('admin.import.sheet')}>{error.sheet}</Td>
                <Td right label={t('admin.import.row')}>
                  {error.column}
                  {error.row}
                </Td>
                <Td label={t('admin.import.value')}>{error.value || '—'}</Td>
                <Td>
                  <State tone={error.level === 'error' ? 'late' : 'warn'}>{error.message}</State>
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </>
  );
}

/** What the list would add, before anything is added. */
export function ListPlan({ rows }: { rows: readonly { step: Step; fresh: number; old: number }[] }) {
  const { t } = useTranslation();
  return (
    <Table caption={t('admin.import.found')} cards>
      <thead>
        <tr>
          <Th>{t('admin.import.found')}</Th>
          <Th right>{t('admin.import.newCount')}</Th>
          <Th right>{t('admin.import.oldCount')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ step, fresh, old }) => (
          <tr key={step}>
            <Td className={css.strong}>{t(`admin.import.steps.${step}`)}</Td>
            <Td right label={t('admin.import.newCount')}>
              {fresh}
            </Td>
            <Td right label={t('admin.import.oldCount')}>
              {old}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The list to print and cut up: one row per person. */
export function PasswordList({ passwords }: { passwords: readonly MadePassword[] }) {
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
            <Th>{t('admin.body.one')}</Th>
            <Th>{t('admin.tabs.departments')}</Th>
            <Th>{t('admin.person.name')}</Th>
            <Th>{t('admin.account.login')}</Th>
            <Th>{t('signIn.password')}</Th>
          </tr>
        </thead>
        <tbody>
          {passwords.map((one) => (
            <tr key={one.login}>
              <Td label={t('admin.body.one')}>{one.body}</Td>
              <Td label={t('admin.tabs.departments')}>{one.department ?? '—'}</Td>
              <Td className={css.strong}>{one.name}</Td>
              <Td label={t('admin.account.login')}>{one.login}</Td>
              <Td label={t('signIn.password')}>
                <code>{one.password}</code>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
