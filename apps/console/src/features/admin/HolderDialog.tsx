import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { today } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { ComboField } from '../../ui/ComboField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { nodes } from './pages.ts';
import { PostRowFragment } from './PostDialog.tsx';
import { PersonOptions } from './person-options.ts';

const HoldPost = graphql(`
  mutation HoldPost($input: HoldPostInput!) {
    holdPost(input: $input) {
      post {
        ...PostRow_post
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const VacatePost = graphql(`
  mutation VacatePost($input: VacatePostInput!) {
    vacatePost(input: $input) {
      post {
        ...PostRow_post
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['People'];
type HolderDialogProps = { bodyId: string; post: FragmentType<typeof PostRowFragment>; onClose: () => void };

/** Handover: who takes the post and from which day; the post's items go with it. */
export function HolderDialog({ bodyId, post: masked, onClose }: HolderDialogProps) {
  const { t } = useTranslation();
  const post = readFragment(PostRowFragment, masked);
  const [personId, setPersonId] = useState<string | null>(null);
  const [fromOn, setFromOn] = useState<string | null>(today());
  const [text, setText] = useState('');
  const { data } = useQuery(PersonOptions, { variables: { bodyId, text: text.trim() || null } });
  const operation = useOperation(HoldPost, LISTS);
  const people = nodes(data?.persons).filter((person) => person.active && person.id !== post.holder?.id);
  const submit = async () => {
    const input = { postId: post.id, version: post.version, personId: personId ?? '', fromOn: fromOn ?? '' };
    if (!(await operation.run({ input }))) return;
    toast(t('admin.post.held', { title: post.title }));
    onClose();
  };
  return (
    <VerbDialog
      title={t(post.holder ? 'admin.post.handover' : 'admin.post.appoint', { title: post.title })}
      verb={t('admin.post.hold')}
      operation={operation}
      fields={['personId', 'fromOn']}
      onSubmit={submit}
      onClose={onClose}
      off={personId && fromOn ? null : t('admin.post.choose')}
    >
      {post.holder && <p>{t('admin.post.handoverHint', { name: post.holder.name })}</p>}
      <ComboField
        label={t('admin.post.holder')}
        hint={data && people.length === 0 && text === '' ? t('admin.post.noPeople') : undefined}
        value={personId}
        onChange={setPersonId}
        onSearch={(typed) => setText(people.some((person) => person.name === typed) ? '' : typed)}
        options={people.map((person) => ({
          id: person.id,
          label: person.name,
          detail: person.posts.map((one) => one.title).join('、'),
        }))}
        error={operation.fields.personId}
      />
      <DateField label={t('admin.post.from')} value={fromOn} onChange={setFromOn} error={operation.fields.fromOn} />
    </VerbDialog>
  );
}

/** The holder leaves and nobody comes yet: the items stay with the post. */
export function VacateDialog({ post: masked, onClose }: Omit<HolderDialogProps, 'bodyId'>) {
  const { t } = useTranslation();
  const post = readFragment(PostRowFragment, masked);
  const [toOn, setToOn] = useState<string | null>(today());
  const operation = useOperation(VacatePost, LISTS);
  const submit = async () => {
    if (!(await operation.run({ input: { postId: post.id, version: post.version, toOn: toOn ?? '' } }))) return;
    toast(t('admin.post.vacated', { title: post.title }));
    onClose();
  };
  return (
    <VerbDialog
      title={t('admin.post.vacateTitle', { title: post.title })}
      verb={t('admin.post.vacate')}
      grave
      operation={operation}
      fields={['toOn']}
      onSubmit={submit}
      onClose={onClose}
      off={toOn ? null : t('refusals.rule.input_required')}
    >
      <p>{t('admin.post.vacateHint', { name: post.holder?.name ?? '' })}</p>
      <DateField label={t('admin.post.to')} value={toOn} onChange={setToOn} error={operation.fields.toOn} />
    </VerbDialog>
  );
}
