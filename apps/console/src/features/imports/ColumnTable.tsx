import type { LedgerWorkbook } from '@closeout/documents/ledger-types';
import { useTranslation } from 'react-i18next';
import type { LedgerField } from '../../gql/graphql.ts';
import { Table, Td, Th } from '../../ui/Table.tsx';
import type { ColumnChoices } from './ColumnMapping.tsx';
import { samplesOf } from './ledger-samples.ts';
import { QuietSelect } from './QuietSelect.tsx';
import css from './ColumnTable.module.css';

const FIELDS: readonly LedgerField[] = [
  'seq',
  'aspect',
  'title',
  'description',
  'remediationType',
  'target',
  'measure',
  'leader',
  'leadDepartment',
  'supportingDepartments',
  'person',
  'deadline',
  'progress',
  'effect',
  'evidence',
  'statedAmount',
  'recoveredAmount',
  'result',
  'closedOn',
  'remark',
];

type ColumnTableProps = {
  workbook: LedgerWorkbook;
  choices: ColumnChoices;
  /** Absent where nothing may be changed. */
  onChoose: ((column: number, field: LedgerField | null) => void) | null;
};

/** Each column of the sheet: its header, what stands in it, what it was taken for. */
export function ColumnTable({ workbook, choices, onChoose }: ColumnTableProps) {
  const { t } = useTranslation();
  const options = [
    ...FIELDS.map((field) => ({ value: field as LedgerField | '', label: t(`vocabulary.ledgerField.${field}`) })),
    { value: '' as const, label: t('imports.list.leaveOut') },
  ];
  return (
    <Table caption={t('imports.list.columns')} cards>
      <thead>
        <tr>
          <Th>{t('imports.list.column')}</Th>
          <Th>{t('imports.list.header')}</Th>
          <Th>{t('imports.list.field')}</Th>
          <Th>{t('imports.list.sample')}</Th>
        </tr>
      </thead>
      <tbody>
        {workbook.columns.map(({ index, letter, header, field }) => {
          const chosen = choices[index] === undefined ? field : choices[index];
          const changed = chosen !== field;
          const samples = field ? samplesOf(workbook, field) : [];
          return (
            <tr key={index} className={changed ? css.changed : undefined}>
              <Td label={t('imports.list.column')} className={css.letter}>
                {letter}
              </Td>
              <Td label={t('imports.list.header')} className={css.header}>
                {header}
              </Td>
              <Td label={t('imports.list.field')} className={chosen ? css.field : `${css.field} ${css.out}`}>
                <QuietSelect
                  label={`${letter} ${header}`}
                  value={chosen ?? ''}
                  options={options}
                  editable={onChoose !== null}
                  onChange={(next) => onChoose?.(index, next === '' ? null : next)}
                />
              </Td>
              <Td label={t('imports.list.sample')} className={css.sample}>
                {field === null ? t('imports.list.notRead') : samples.join(' / ') || t('imports.list.empty')}
              </Td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
