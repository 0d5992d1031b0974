import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { dateTime } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import type { TokenFacts } from './token-facts.ts';
import css from '../inbox/waiting.module.css';

const DecideApiToken = graphql(`
  mutation DecideApiToken($input: DecideApiTokenInput!) {
    decideApiToken(input: $input) {
      apiToken {
        ...TokenFacts_apiToken
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type Decision = 'approve' | 'refuse';

/** The secretary's act about a token: everything that it asks for stands above the choice. */
export function DecideTokenDialog({ token, onClose }: { token: TokenFacts; onClose: () => void }) {
  const { t } = useTranslation();
  const open = (['approve', 'refuse'] as const).filter((one) => token.viewerCan.includes(one));
  const [decision, setDecision] = useState<Decision | null>(open.length === 1 ? (open[0] ?? null) : null);
  const [reason, setReason] = useState('');
  const operation = useOperation(DecideApiToken);
  const refuses = decision === 'refuse';
  const submit = async () => {
    const said = { approve: !refuses, reason: reason.trim() || null };
    if (!(await operation.run({ input: { apiTokenId: token.id, version: token.version, ...said } }))) return;
    toast(t(refuses ? 'token.done.refused' : 'token.done.approved', { name: token.name }));
    onClose();
  };
  const off = decision === null ? t('token.chooseFirst') : refuses && reason.trim() === '' ? t('token.whyFirst') : null;
  return (
    <VerbDialog
      title={t('token.decideTitle', { name: token.name })}
      verb={decision === null ? t('token.decide') : t(`vocabulary.tokenAct.${decision}`)}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['reason']}
      grave={refuses}
      off={off}
    >
      <div className={css.asked}>
        <p>{t('token.asks', { classes: token.classes.map((one) => t(`vocabulary.fieldClass.${one}`)).join('、') })}</p>
        <p>{t('token.does', { verbs: token.verbs.map((one) => t(`vocabulary.tokenVerb.${one}`)).join('、') })}</p>
        {token.purpose && <p>{token.purpose}</p>}
        <p className={css.quiet}>
          {t('token.until', { day: dateTime(token.expiresAt).slice(0, 10) })} ·{' '}
          {token.createdByName ?? t('token.commandLine')}
        </p>
      </div>
      <ChoiceField
        label={t('token.decision')}
        value={decision}
        onChange={setDecision}
        options={open.map((one) => ({ value: one, label: t(`vocabulary.tokenAct.${one}`) }))}
      />
      <TextArea
        label={t(refuses ? 'token.why' : 'token.remark')}
        optional={!refuses}
        value={reason}
        onChange={setReason}
        limit={LIMITS.reason}
        rows={2}
        error={operation.fields.reason}
      />
    </VerbDialog>
  );
}
