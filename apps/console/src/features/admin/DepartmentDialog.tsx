import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';

export const DepartmentRowFragment = graphql(`
  fragment DepartmentRow_department on Department {
    id
    name
    ordinal
    active
    version
  }
`);

const CreateDepartment = graphql(`
  mutation CreateDepartment($input: CreateDepartmentInput!) {
    createDepartment(input: $input) {
      department {
        ...DepartmentRow_department
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const EditDepartment = graphql(`
  mutation EditDepartment($input: EditDepartmentInput!) {
    editDepartment(input: $input) {
      department {
        ...DepartmentRow_department
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['Departments'];
const FIELDS = ['name', 'ordinal', 'active'];

type DepartmentDialogProps = {
  bodyId: string;
  department: FragmentType<typeof DepartmentRowFragment> | null;
  onClose: () => void;
};

/** A department: its name, its place in the order, whether it still exists. */
export function DepartmentDialog({ bodyId, department: masked, onClose }: DepartmentDialogProps) {
  const { t } = useTranslation();
  const department = readFragment(DepartmentRowFragment, masked);
  const [name, setName] = useState(department?.name ?? '');
  const [ordinal, setOrdinal] = useState<number | null>(department?.ordinal ?? null);
  const [active, setActive] = useState(department?.active ?? true);
  const create = useOperation(CreateDepartment, LISTS);
  const edit = useOperation(EditDepartment, LISTS);
  const operation = department ? edit : create;
  const submit = async () => {
    const done = department
      ? await edit.run({
          input: {
            departmentId: department.id,
            version: department.version,
            name,
            ordinal: ordinal ?? undefined,
            active,
          },
        })
      : await create.run({ input: { bodyId, name, ordinal } });
    if (!done) return;
    toast(t(department ? 'admin.saved' : 'admin.created', { name }));
    onClose();
  };
  return (
    <VerbDialog
      title={t(department ? 'admin.department.edit' : 'admin.department.create')}
      verb={t(department ? 'ui.save' : 'admin.department.create')}
      operation={operation}
      fields={FIELDS}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('admin.department.name')}
        value={name}
        onChange={setName}
        error={operation.fields.name}
        maxLength={LIMITS.name}
        autoFocus
      />
      <NumberField
        label={t('admin.ordinal')}
        hint={t('admin.ordinalHint')}
        optional
        min={1}
        max={999}
        value={ordinal}
        onChange={setOrdinal}
        error={operation.fields.ordinal}
      />
      {department && (
        <CheckBox
          label={t('admin.department.active')}
          hint={operation.fields.active}
          checked={active}
          onChange={setActive}
        />
      )}
    </VerbDialog>
  );
}
