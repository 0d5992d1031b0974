import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { State, type Tone } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { UndoImport } from './UndoImport.tsx';
import css from './PastImports.module.css';

const PastImportsFragment = graphql(`
  fragment PastImports_imports on ImportConnection {
    edges {
      node {
        id
        kind
        mode
        state
        fileName
        findingCount
        createdByName
        createdAt
        ...UndoImport_import
      }
    }
  }
`);

const TONE: Record<'DRAFT' | 'COMMITTED' | 'UNDONE', Tone> = { DRAFT: 'warn', COMMITTED: 'ok', UNDONE: 'calm' };

/** What was imported before: where it stands, what of it is in the ledger, and the way back while there is one. */
export function PastImports({ imports }: { imports: FragmentType<typeof PastImportsFragment> }) {
  const { t } = useTranslation();
  const rows = readFragment(PastImportsFragment, imports).edges.map(({ node }) => node);
  const newestFirst = [...rows].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return (
    <div className={css.sheet}>
      <Table caption={t('imports.past')} cards>
        <thead>
          <tr>
            <Th>{t('imports.column.file')}</Th>
            <Th>{t('imports.column.state')}</Th>
            <Th right>{t('imports.column.findings')}</Th>
            <Th>{t('imports.column.by')}</Th>
            <Th>{t('imports.column.at')}</Th>
            <Th>{t('imports.column.verbs')}</Th>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map((row) => (
            <tr key={row.id}>
              <Td label={t('imports.column.file')} className={css.file}>
                <span>
                  <Link to="/import/$importId" params={{ importId: row.id }}>
                    {row.fileName}
                  </Link>{' '}
                  <span className={css.kind}>{t(`imports.kind.${row.kind}`)}</span>
                </span>
              </Td>
              <Td label={t('imports.column.state')}>
                <State tone={TONE[row.state]}>
                  {t(`imports.state.${row.state}`)}
                  {row.state === 'COMMITTED' && row.mode && ` · ${t(`imports.mode.${row.mode}`)}`}
                </State>
              </Td>
              <Td right label={t('imports.column.findings')}>
                {row.state === 'COMMITTED' && row.kind !== 'LEDGER_CHANGES' ? row.findingCount : '—'}
              </Td>
              <Td label={t('imports.column.by')}>{row.createdByName}</Td>
              <Td label={t('imports.column.at')} className={css.when}>
                {dateTime(row.createdAt)}
              </Td>
              <Td label={t('imports.column.verbs')} className={css.verbs}>
                <span className={css.both}>
                  {row.state === 'DRAFT' && (
                    <Link to="/import/$importId" params={{ importId: row.id }}>
                      {t('imports.open')}
                    </Link>
                  )}
                  <UndoImport import={row} />
                </span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
