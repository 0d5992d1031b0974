import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';

export const PersonRowFragment = graphql(`
  fragment PersonRow_person on Person {
    id
    name
    active
    version
    posts {
      id
      title
    }
  }
`);

const CreatePerson = graphql(`
  mutation CreatePerson($input: CreatePersonInput!) {
    createPerson(input: $input) {
      person {
        ...PersonRow_person
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const EditPerson = graphql(`
  mutation EditPerson($input: EditPersonInput!) {
    editPerson(input: $input) {
      person {
        ...PersonRow_person
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['People', 'Posts', 'Accounts', 'PersonOptions'];

type PersonDialogProps = { bodyId: string; person: FragmentType<typeof PersonRowFragment> | null; onClose: () => void };

/** A person by name. */
export function PersonDialog({ bodyId, person: masked, onClose }: PersonDialogProps) {
  const { t } = useTranslation();
  const person = readFragment(PersonRowFragment, masked);
  const [name, setName] = useState(person?.name ?? '');
  const create = useOperation(CreatePerson, LISTS);
  const edit = useOperation(EditPerson, LISTS);
  const operation = person ? edit : create;
  const submit = async () => {
    const done = person
      ? await edit.run({ input: { personId: person.id, version: person.version, name } })
      : await create.run({ input: { bodyId, name } });
    if (!done) return;
    toast(t(person ? 'admin.saved' : 'admin.created', { name }));
    onClose();
  };
  return (
    <VerbDialog
      title={t(person ? 'admin.person.edit' : 'admin.person.create')}
      verb={t(person ? 'ui.save' : 'admin.person.create')}
      operation={operation}
      fields={['name']}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('admin.person.name')}
        value={name}
        onChange={setName}
        error={operation.fields.name}
        maxLength={LIMITS.name}
        autoFocus
        autoComplete="off"
      />
    </VerbDialog>
  );
}

/** A person leaves, or comes back: leaving disables the account and vacates the posts in the same step. */
export function LeaveDialog({
  person: masked,
  onClose,
}: {
  person: FragmentType<typeof PersonRowFragment>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const person = readFragment(PersonRowFragment, masked);
  const operation = useOperation(EditPerson, LISTS);
  const verb = t(person.active ? 'admin.person.leave' : 'admin.person.return');
  const submit = async () => {
    const input = { personId: person.id, version: person.version, active: !person.active };
    if (!(await operation.run({ input }))) return;
    toast(t(person.active ? 'admin.person.hasLeft' : 'admin.person.isBack', { name: person.name }));
    onClose();
  };
  return (
    <VerbDialog
      title={`${person.name} · ${verb}`}
      verb={verb}
      grave={person.active}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        {person.active
          ? t('admin.person.leaveHint', {
              posts: person.posts.map((post) => post.title).join('、') || t('admin.person.noPosts'),
            })
          : t('admin.person.returnHint')}
      </p>
    </VerbDialog>
  );
}
