import type { LedgerWorkbook } from '@closeout/documents/ledger-types';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { buttonClass } from '../../ui/button-class.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { CheckHeader } from './CheckHeader.tsx';
import { ColumnMapping } from './ColumnMapping.tsx';
import { workbookCounts } from './counts.ts';
import { ImportConflict } from './ImportConflict.tsx';
import { LedgerPreview } from './LedgerPreview.tsx';
import { RowRemarks, SkippedRows } from './RowRemarks.tsx';
import { useCorrections } from './use-corrections.ts';
import css from './LedgerCheck.module.css';

const LedgerCheckFragment = graphql(`
  fragment LedgerCheck_import on Import {
    id
    version
    state
    parsed
    checkedSeqs
    ...CheckHeader_import
    ...ColumnMapping_import
  }
`);

/** A body's own list being checked: how its columns were taken, what each row could not give, and what would enter. */
export function LedgerCheck({ import: masked }: { import: FragmentType<typeof LedgerCheckFragment> }) {
  const { t } = useTranslation();
  const found = readFragment(LedgerCheckFragment, masked);
  const workbook = found.parsed as LedgerWorkbook; // JSON of packages/documents, written by the server only
  const corrections = useCorrections(found);
  const counts = workbookCounts(workbook);
  const draft = found.state === 'DRAFT';
  const { findings, actions } = counts;
  const remarks = workbook.rowErrors.length;
  const facts = [
    t('imports.list.facts', { sheet: workbook.sheet, findings, actions }),
    remarks > 0 && t('imports.list.remarkCount', { count: remarks }),
  ];
  const open = workbook.findings.map(({ seq }) => seq).filter((seq) => !corrections.checked.has(seq));
  return (
    <>
      <CheckHeader
        import={found}
        counts={counts}
        checked={[...corrections.checked]}
        facts={facts.filter(Boolean).join(' · ')}
        rowErrors={workbook.rowErrors.filter(({ level }) => level === 'error').length}
      />
      <OperationErrors operation={corrections.checking} />
      <ImportConflict operations={[corrections.correcting, corrections.checking]} />
      <OperationErrors operation={corrections.correcting} />
      <div className={css.page}>
        <section className={css.sheet}>
          <ColumnMapping import={found} workbook={workbook} editable={draft} checked={corrections.checked.size} />
        </section>
        <section className={css.sheet}>
          <Disclosure label={t('imports.list.remarks', { count: remarks })} open={remarks > 0}>
            <RowRemarks workbook={workbook} />
            {remarks > 0 && (
              <p>
                <a
                  className={buttonClass()}
                  href={`/export/import-remarks.xlsx?importId=${found.id}`}
                  title={t('tableCheck.errorSheetHint')}
                  download
                >
                  {t('tableCheck.errorSheet')}
                </a>
              </p>
            )}
          </Disclosure>
          <SkippedRows workbook={workbook} />
        </section>
        <section className={css.sheet} aria-labelledby="ledger-preview">
          <div className={css.heading}>
            <h2 id="ledger-preview">{t('imports.list.preview')}</h2>
            {draft && open.length > 0 && (
              <Button onClick={() => void corrections.check(open, true)}>{t('imports.list.all')}</Button>
            )}
          </div>
          <LedgerPreview workbook={workbook} corrections={corrections} editable={draft} />
        </section>
      </div>
    </>
  );
}
