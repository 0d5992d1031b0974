import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../../ui/DateField.tsx';
import { Form } from '../../ui/Form.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ACCEPTANCES, EVIDENCE_KINDS, type EvidenceSearch } from './evidence-search.ts';
import css from './EvidencePage.module.css';

type EvidenceFiltersProps = { search: EvidenceSearch; onChange: (next: EvidenceSearch) => void };

/** Kind, review, days and words; each change is a new URL. The words are asked for on Enter or on leaving the field. */
export function EvidenceFilters({ search, onChange }: EvidenceFiltersProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState(search.q ?? '');
  const change = (part: Partial<EvidenceSearch>) => {
    const next = { ...search, ...part };
    onChange(Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined && value !== '')));
  };
  const ask = () => {
    if (words.trim() !== (search.q ?? '')) change({ q: words.trim() || undefined });
  };
  return (
    <Form onSubmit={ask} className={css.filters} role="search">
      <TextField
        className={css.search}
        label={t('piece.list.search')}
        optional
        type="search"
        value={words}
        onChange={setWords}
        onBlur={ask}
      />
      <SelectField
        label={t('piece.list.kind')}
        optional
        emptyLabel={t('piece.list.all')}
        value={search.kind ?? null}
        onChange={(kind) => change({ kind: kind ?? undefined })}
        options={EVIDENCE_KINDS.map((kind) => ({ value: kind, label: t(`vocabulary.evidenceKind.${kind}`) }))}
      />
      <SelectField
        label={t('piece.list.acceptance')}
        optional
        emptyLabel={t('piece.list.all')}
        value={search.acceptance ?? null}
        onChange={(acceptance) => change({ acceptance: acceptance ?? undefined })}
        options={ACCEPTANCES.map((each) => ({ value: each, label: t(`vocabulary.evidenceAcceptance.${each}`) }))}
      />
      <DateField
        label={t('piece.list.from')}
        optional
        value={search.from ?? null}
        onChange={(from) => change({ from: from ?? undefined })}
      />
      <DateField
        label={t('piece.list.to')}
        optional
        value={search.to ?? null}
        onChange={(to) => change({ to: to ?? undefined })}
      />
    </Form>
  );
}
