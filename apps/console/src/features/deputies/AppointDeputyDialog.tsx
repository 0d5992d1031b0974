import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { today } from '../../format.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { DeputiesQuery } from '../../gql/graphql.ts';
import { ComboField } from '../../ui/ComboField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import css from '../admin/admin.module.css';

const AppointDeputy = graphql(`
  mutation AppointDeputy($input: AppointDeputyInput!) {
    appointDeputy(input: $input) {
      deputation {
        ...DeputationFacts_deputation
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['Deputies'];
type AppointDeputyDialogProps = { posts: DeputiesQuery['deputisedPosts']; onClose: () => void };

/** Which post, who signs, from when to when, and why. */
export function AppointDeputyDialog({ posts, onClose }: AppointDeputyDialogProps) {
  const { t } = useTranslation();
  const draft = useDraft('deputy', {
    grantId: posts.length === 1 ? posts[0]!.grantId : (posts.find((post) => post.own)?.grantId ?? null),
    deputyId: null as string | null,
    fromOn: today() as string | null,
    toOn: null as string | null,
    reason: '',
  });
  const { grantId, deputyId, fromOn, toOn, reason } = draft.value;
  const operation = useOperation(AppointDeputy, LISTS);
  const post = posts.find((each) => each.grantId === grantId);
  const complete = grantId && deputyId && fromOn && toOn && reason.trim() !== '';
  const submit = async () => {
    if (!grantId || !deputyId || !fromOn || !toOn) return;
    if (!(await operation.run({ input: { grantId, deputyId, fromOn, toOn, reason: reason.trim() } }))) return;
    draft.clear();
    toast(t('deputy.done.appointed'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('deputy.appointTitle')}
      verb={t('deputy.appoint')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['grantId', 'deputyId', 'fromOn', 'toOn', 'reason']}
      draft={draft}
      off={complete ? null : t('deputy.first')}
    >
      <SelectField
        label={t('deputy.post')}
        emptyLabel={t('deputy.choose')}
        value={grantId}
        onChange={(id) => {
          draft.put('grantId', id);
          draft.put('deputyId', null);
        }}
        options={posts.map((each) => ({
          value: each.grantId,
          label: t(each.own ? 'deputy.ownPost' : 'deputy.otherPost', {
            name: each.personName,
            role: t(`vocabulary.deputisedRole.${each.role}`),
            scope: each.scopeName,
          }),
        }))}
      />
      <ComboField
        label={t('deputy.who')}
        hint={t(post?.candidates.length === 0 ? 'deputy.noOne' : 'deputy.whoHint')}
        value={deputyId}
        onChange={(id) => draft.put('deputyId', id)}
        options={(post?.candidates ?? []).map((one) => ({
          id: one.id,
          label: one.name,
          detail: one.postTitle ?? undefined,
        }))}
        error={operation.fields.deputyId}
      />
      <div className={css.two}>
        <DateField
          label={t('deputy.from')}
          value={fromOn}
          onChange={(day) => draft.put('fromOn', day)}
          error={operation.fields.fromOn}
        />
        <DateField
          label={t('deputy.to')}
          hint={t('deputy.toHint')}
          value={toOn}
          onChange={(day) => draft.put('toOn', day)}
          error={operation.fields.toOn}
        />
      </div>
      <TextArea
        label={t('deputy.reason')}
        hint={t('deputy.reasonHint')}
        value={reason}
        onChange={(words) => draft.put('reason', words)}
        limit={LIMITS.reason}
        rows={2}
        error={operation.fields.reason}
      />
    </VerbDialog>
  );
}
