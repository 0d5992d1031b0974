import { LIMITS } from '@closeout/domain/limits';
import type { LedgerWorkbook } from '@closeout/documents/ledger-types';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { LedgerField } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { ImportConflict } from './ImportConflict.tsx';
import css from './ColumnMapping.module.css';

const ColumnMappingFragment = graphql(`
  fragment ColumnMapping_import on Import {
    id
    version
  }
`);

const RemapColumnsDocument = graphql(`
  mutation RemapColumns($input: RemapColumnsInput!) {
    remapColumns(input: $input) {
      import {
        id
        version
        checkedSeqs
        parsed
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** A choice per column number; absent: as it is now. */
export type ColumnChoices = Readonly<Record<number, LedgerField | null>>;

type ColumnMappingProps = {
  import: FragmentType<typeof ColumnMappingFragment>;
  workbook: LedgerWorkbook;
  editable: boolean;
  checked: number;
};

/** Sheet, header row and what every column was taken for; corrected here, the stored file is read again. */
export function ColumnMapping({ import: masked, workbook, editable, checked }: ColumnMappingProps) {
  const { t } = useTranslation();
  const { id, version } = readFragment(ColumnMappingFragment, masked);
  const operation = useOperation(RemapColumnsDocument);
  const [sheet, setSheet] = useState(workbook.sheet);
  const [headerRow, setHeaderRow] = useState<number | null>(workbook.headerRow);
  const [choices, setChoices] = useState<ColumnChoices>({});
  const moved = sheet !== workbook.sheet || headerRow !== workbook.headerRow;
  const changed = moved || Object.keys(choices).length > 0;

  const apply = async () => {
    // what is mapped now stays mapped, unless another table is read; then the names decide again
    const kept = moved ? [] : workbook.columns.map(({ index, field }) => [index, field] as const);
    const all = new Map<number, LedgerField | null>([
      ...kept,
      ...Object.entries(choices).map(([column, field]) => [Number(column), field] as const),
    ]);
    const mapping = [...all].map(([column, field]) => ({ column, field }));
    // another sheet has its header elsewhere: it is found, unless its row was named too
    const row = headerRow !== workbook.headerRow || !moved ? headerRow : null;
    const payload = await operation.run({ input: { importId: id, version, sheet, headerRow: row, mapping } });
    const read = payload?.import?.parsed as LedgerWorkbook | undefined;
    if (!read) return;
    setSheet(read.sheet);
    setHeaderRow(read.headerRow);
    setChoices({});
  };
  return (
    <div className={css.mapping}>
      <div className={css.head}>
        <h2>{t('imports.list.sheetAndColumns')}</h2>
        {workbook.bodyName && <span className={css.quiet}>{t('imports.list.body', { name: workbook.bodyName })}</span>}
      </div>
      {editable && (
        <div className={css.fields}>
          <SelectField
            label={t('imports.list.sheet')}
            emptyLabel={t('imports.list.byName')}
            value={sheet}
            onChange={(next) => setSheet(next ?? workbook.sheet)}
            options={workbook.sheetNames.map((name) => ({ value: name, label: name }))}
          />
          <NumberField
            label={t('imports.list.headerRow')}
            value={headerRow}
            onChange={setHeaderRow}
            min={1}
            max={LIMITS.pageSizeMax}
          />
        </div>
      )}
      <ColumnTable
        workbook={workbook}
        choices={choices}
        onChoose={editable && !moved ? (column, field) => setChoices({ ...choices, [column]: field }) : null}
      />
      {editable && changed && (
        <div className={css.apply}>
          <Button busy={operation.busy} onClick={() => void apply()}>
            {t('imports.list.apply')}
          </Button>
          <span className={css.quiet}>{checked > 0 ? t('imports.list.applyLoses') : t('imports.list.changed')}</span>
        </div>
      )}
      <OperationErrors operation={operation} onRetry={() => void apply()} />
      <ImportConflict operations={[operation]} />
    </div>
  );
}
