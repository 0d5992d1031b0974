import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { toast } from '../../ui/toast-store.ts';
import { PhraseArea } from '../signoff/PhraseArea.tsx';
import { phrasesOf } from '../signoff/phrases.ts';
import { onlyEvidenceToAccept } from '../signoff/SignDialog.tsx';
import type { InboxItem } from './inbox-rows.ts';
import { itemFields, itemRefusals } from './item-refusals.ts';
import css from './InboxPage.module.css';

const SignBatch = graphql(`
  mutation SignBatch($input: SignBatchInput!) {
    signBatch(input: $input) {
      count
      findings {
        id
        ...InboxRow_finding
        ...Settled_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type BatchDialogProps = {
  rows: readonly InboxItem[];
  onLeaveOut: (findingId: string) => void;
  onClose: () => void;
  onDone: (rows: readonly InboxItem[]) => void;
};

/** One opinion under several items, all or none: an item that cannot be signed says why and can be left out. */
export function BatchDialog({ rows, onLeaveOut, onClose, onDone }: BatchDialogProps) {
  const { t } = useTranslation();
  const pending = rows.reduce((sum, row) => sum + row.pendingSubmission.summary.evidencePending, 0);
  const needed = rows.some((row) => onlyEvidenceToAccept(row.transitions));
  const [accept, setAccept] = useState(needed);
  const draft = useDraft('sign-batch', { opinion: '' });
  const operation = useOperation(SignBatch);
  const refusals = itemRefusals(t, operation.errors);
  const submit = async () => {
    const items = rows.map((row) => ({ findingId: row.id, version: row.version }));
    const input = { items, opinion: draft.value.opinion.trim() || null, acceptEvidence: pending > 0 && accept };
    const done = await operation.run({ input });
    if (!done) return;
    draft.clear();
    toast(t('inbox.batchDone', { count: done.count ?? rows.length }));
    onClose();
    onDone(rows);
  };
  const leaveOut = (findingId: string) => {
    operation.reset();
    onLeaveOut(findingId);
    if (rows.length === 1) onClose();
  };
  return (
    <VerbDialog
      title={t('inbox.batchTitle', { count: rows.length })}
      verb={t('inbox.batchCount', { count: rows.length })}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['opinion', ...itemFields(rows.length)]}
      draft={draft}
      off={needed && !accept ? t('signing.acceptFirst') : null}
    >
      <p>{t('inbox.batchText')}</p>
      {refusals.size > 0 && <ErrorPanel title={t('errors.refused')}>{t('inbox.batchRefused')}</ErrorPanel>}
      <ul className={css.batch}>
        {rows.map((row, place) => (
          <li key={row.id} className={css.item}>
            <span className={css.seq}>{row.seq}</span>
            <span>{row.title}</span>
            <Button look="quiet" aria-label={`${t('inbox.leaveOut')} ${row.seq}`} onClick={() => leaveOut(row.id)}>
              {t('inbox.leaveOut')}
            </Button>
            {refusals.has(place) && <p className={css.refusal}>{refusals.get(place)}</p>}
          </li>
        ))}
      </ul>
      {pending > 0 && (
        <CheckBox
          label={t('inbox.accept', { count: pending })}
          hint={t('signing.acceptHint')}
          checked={accept}
          onChange={setAccept}
        />
      )}
      <PhraseArea
        label={t('signing.opinion')}
        optional
        value={draft.value.opinion}
        onChange={(opinion) => draft.put('opinion', opinion)}
        phrases={phrasesOf(t, 'agree')}
        limit={LIMITS.opinion}
        error={operation.fields.opinion}
      />
    </VerbDialog>
  );
}
