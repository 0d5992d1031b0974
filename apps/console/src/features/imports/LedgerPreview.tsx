import type { LedgerFinding, LedgerWorkbook } from '@closeout/documents/ledger-types';
import { LIMITS } from '@closeout/domain/limits';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { amount, chineseOrdinal } from '../../format.ts';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { EditableText } from './EditableText.tsx';
import type { Corrections } from './use-corrections.ts';
import css from './LedgerPreview.module.css';

type LedgerPreviewProps = { workbook: LedgerWorkbook; corrections: Corrections; editable: boolean };

/** The findings as they would enter the ledger, each with its rows in the sheet; titles and actions can be reworded. */
export function LedgerPreview({ workbook, corrections, editable }: LedgerPreviewProps) {
  const { t } = useTranslation();
  return (
    <Table caption={t('imports.list.preview')} cards>
      <thead>
        <tr>
          <Th right>{t('vocabulary.ledgerField.seq')}</Th>
          <Th>{t('imports.list.title')}</Th>
          <Th>{t('imports.list.measures')}</Th>
          <Th>{t('imports.list.people')}</Th>
          <Th>{t('imports.list.deadline')}</Th>
          <Th right>{t('imports.list.amounts')}</Th>
          <Th>{t('imports.check.ok')}</Th>
        </tr>
      </thead>
      <tbody>
        {workbook.findings.map((finding) => (
          <PreviewRow
            key={finding.seq}
            finding={finding}
            checked={corrections.checked.has(finding.seq)}
            check={corrections.check}
            correct={corrections.correct}
            busy={corrections.correcting.busy}
            editable={editable}
          />
        ))}
      </tbody>
    </Table>
  );
}

type PreviewRowProps = Pick<Corrections, 'check' | 'correct'> & {
  finding: LedgerFinding;
  checked: boolean;
  busy: boolean;
  editable: boolean;
};

const PreviewRow = memo(function PreviewRow({ finding, checked, check, correct, busy, editable }: PreviewRowProps) {
  const { t } = useTranslation();
  const { seq, rows, printedNumber, aspect, title, description, statedAmount } = finding;
  const [from, to] = rows;
  const people = [finding.leader, finding.leadDepartment, finding.supportingDepartments.join('、'), finding.person];
  return (
    <tr className={css.row}>
      <Td right label={t('vocabulary.ledgerField.seq')}>
        {printedNumber ?? seq}
        <span className={css.where}>
          {from === to ? t('imports.list.oneRow', { from }) : t('imports.list.rows', { from, to })}
        </span>
      </Td>
      <Td label={t('imports.list.title')} className={css.title}>
        {aspect && <span className={css.quiet}>{aspect}</span>}
        <EditableText
          label={t('imports.list.title')}
          value={title}
          limit={LIMITS.longText}
          editable={editable}
          busy={busy}
          onSave={(text) => correct([{ editFinding: { seq, title: text } }])}
        >
          {title}
        </EditableText>
        {description && description !== title && <p className={css.description}>{description}</p>}
      </Td>
      <Td label={t('imports.list.measures')} className={css.measures}>
        <PreviewActions finding={finding} editable={editable} busy={busy} correct={correct} />
      </Td>
      <Td label={t('imports.list.people')}>{people.filter(Boolean).join(' · ') || '—'}</Td>
      <Td label={t('imports.list.deadline')} className={css.when}>
        {finding.deadline ? (finding.deadline.date ?? finding.deadline.text) : '—'}
      </Td>
      <Td right label={t('imports.list.amounts')} className={css.when}>
        {amount(t, statedAmount ? String(statedAmount.fen) : null)}
      </Td>
      <Td label={t('imports.check.ok')}>
        <input
          type="checkbox"
          className={css.check}
          aria-label={`${t('imports.check.ok')} ${seq}`}
          checked={checked}
          disabled={!editable}
          onChange={(event) => void check([seq], event.target.checked)}
        />
      </Td>
    </tr>
  );
});

function PreviewActions({ finding, editable, busy, correct }: Omit<PreviewRowProps, 'checked' | 'check'>) {
  const { t } = useTranslation();
  const { seq, actions } = finding;
  if (actions.length === 0) return <span className={css.none}>{t('imports.row.noActions')}</span>;
  return (
    <ol>
      {actions.map(({ row, text, progress }, index) => (
        <li key={`${row} ${index}`}>
          <span className={css.quiet}>{chineseOrdinal(index + 1)}</span>{' '}
          <EditableText
            label={t('imports.edit.action', { ordinal: chineseOrdinal(index + 1) })}
            value={text}
            limit={LIMITS.longText}
            editable={editable}
            busy={busy}
            onSave={(next) => correct([{ editAction: { seq, ordinal: index + 1, text: next } }])}
          >
            {text}
          </EditableText>
          {progress && <p className={css.description}>{progress}</p>}
        </li>
      ))}
    </ol>
  );
}
