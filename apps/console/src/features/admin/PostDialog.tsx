import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { CheckList } from './CheckList.tsx';

export const PostRowFragment = graphql(`
  fragment PostRow_post on Post {
    id
    title
    leadership
    ordinal
    active
    version
    department {
      id
      name
    }
    inChargeOf {
      id
      name
    }
    holder {
      id
      name
    }
  }
`);

const CreatePost = graphql(`
  mutation CreatePost($input: CreatePostInput!) {
    createPost(input: $input) {
      post {
        ...PostRow_post
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const EditPost = graphql(`
  mutation EditPost($input: EditPostInput!) {
    editPost(input: $input) {
      post {
        ...PostRow_post
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['Posts'];
const FIELDS = ['title', 'departmentId', 'inChargeOf', 'ordinal'];

type PostDialogProps = {
  bodyId: string;
  departments: readonly { id: string; name: string }[];
  post: FragmentType<typeof PostRowFragment> | null;
  onClose: () => void;
};

/** A post: findings belong to it, not to whoever holds it. */
export function PostDialog({ bodyId, departments, post: masked, onClose }: PostDialogProps) {
  const { t } = useTranslation();
  const post = readFragment(PostRowFragment, masked);
  const [title, setTitle] = useState(post?.title ?? '');
  const [leadership, setLeadership] = useState(post?.leadership ?? false);
  const [departmentId, setDepartmentId] = useState<string | null>(post?.department?.id ?? null);
  const [charge, setCharge] = useState<readonly string[]>(post?.inChargeOf.map((one) => one.id) ?? []);
  const [ordinal, setOrdinal] = useState<number | null>(post?.ordinal ?? null);
  const [active, setActive] = useState(post?.active ?? true);
  const create = useOperation(CreatePost, LISTS);
  const edit = useOperation(EditPost, LISTS);
  const operation = post ? edit : create;
  const submit = async () => {
    const values = { title, leadership, departmentId, inChargeOf: leadership ? [...charge] : [] };
    const done = post
      ? await edit.run({
          input: { postId: post.id, version: post.version, ...values, active, ordinal: ordinal ?? undefined },
        })
      : await create.run({ input: { bodyId, ...values, ordinal } });
    if (!done) return;
    toast(t(post ? 'admin.saved' : 'admin.created', { name: title }));
    onClose();
  };
  return (
    <VerbDialog
      title={t(post ? 'admin.post.edit' : 'admin.post.create')}
      verb={t(post ? 'ui.save' : 'admin.post.create')}
      operation={operation}
      fields={FIELDS}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('admin.post.title')}
        placeholder={t('admin.post.titleExample')}
        value={title}
        onChange={setTitle}
        error={operation.fields.title}
        maxLength={LIMITS.name}
        autoFocus
      />
      <SelectField
        label={t('admin.post.department')}
        optional
        emptyLabel={t('admin.post.departmentNone')}
        value={departmentId}
        onChange={setDepartmentId}
        options={departments.map((one) => ({ value: one.id, label: one.name }))}
        error={operation.fields.departmentId}
      />
      <CheckBox
        label={t('admin.post.leadership')}
        hint={t('admin.post.leadershipHint')}
        checked={leadership}
        onChange={setLeadership}
      />
      {leadership && departments.length > 0 && (
        <CheckList
          label={t('admin.post.inChargeOf')}
          options={departments}
          chosen={charge}
          onChange={setCharge}
          error={operation.fields.inChargeOf}
        />
      )}
      {post && (
        <NumberField
          label={t('admin.ordinal')}
          min={1}
          max={999}
          value={ordinal}
          onChange={setOrdinal}
          error={operation.fields.ordinal}
        />
      )}
      {post && <CheckBox label={t('admin.post.active')} checked={active} onChange={setActive} />}
    </VerbDialog>
  );
}
