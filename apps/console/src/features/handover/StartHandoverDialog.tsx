import { useQuery } from '@apollo/client/react';
import { LIMITS } from '@closeout/domain/limits';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { ComboField } from '../../ui/ComboField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import { nodes } from '../admin/pages.ts';
import { PersonOptions } from '../admin/person-options.ts';
import { PostRowFragment } from '../admin/PostDialog.tsx';

const StartHandover = graphql(`
  mutation StartHandover($input: StartHandoverInput!) {
    startHandover(input: $input) {
      handover {
        id
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['Handovers'];
type StartHandoverDialogProps = { bodyId: string; post: FragmentType<typeof PostRowFragment>; onClose: () => void };

/** The holder leaves: names the successor and the reason. Nothing moves before both have acknowledged the list. */
export function StartHandoverDialog({ bodyId, post: masked, onClose }: StartHandoverDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const post = readFragment(PostRowFragment, masked);
  const [incomingId, setIncomingId] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [text, setText] = useState('');
  const { data } = useQuery(PersonOptions, { variables: { bodyId, text: text.trim() || null } });
  const operation = useOperation(StartHandover, LISTS);
  const people = nodes(data?.persons).filter((person) => person.active && person.id !== post.holder?.id);
  const submit = async () => {
    const input = { postId: post.id, incomingId: incomingId ?? '', reason: reason.trim() };
    const done = await operation.run({ input });
    if (!done) return;
    toast(t('handover.done.started'));
    onClose();
    void navigate({ to: '/handovers' });
  };
  return (
    <VerbDialog
      title={t('handover.startTitle', { title: post.title })}
      verb={t('handover.start')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['incomingId', 'reason']}
      off={incomingId && reason.trim() !== '' ? null : t('handover.first')}
    >
      <p>{post.holder ? t('handover.startHint', { name: post.holder.name }) : t('handover.startVacant')}</p>
      <ComboField
        label={t('handover.successor')}
        value={incomingId}
        onChange={setIncomingId}
        onSearch={(typed) => setText(people.some((person) => person.name === typed) ? '' : typed)}
        options={people.map((person) => ({
          id: person.id,
          label: person.name,
          detail: person.posts.map((one) => one.title).join('、'),
        }))}
        error={operation.fields.incomingId}
      />
      <TextArea
        label={t('handover.reason')}
        value={reason}
        onChange={setReason}
        limit={LIMITS.reason}
        rows={2}
        error={operation.fields.reason}
      />
    </VerbDialog>
  );
}
