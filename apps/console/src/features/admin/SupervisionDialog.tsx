import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { toast } from '../../ui/toast-store.ts';
import { BodyRowFragment } from './BodyDialog.tsx';
import { CheckList } from './CheckList.tsx';

const SetSupervision = graphql(`
  mutation SetSupervision($input: SetSupervisionInput!) {
    setSupervision(input: $input) {
      body {
        ...BodyRow_body
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type SupervisionDialogProps = {
  group: FragmentType<typeof BodyRowFragment>;
  inspected: readonly { id: string; name: string }[];
  onClose: () => void;
};

/** Which bodies a stationed discipline group supervises: one group may have several. */
export function SupervisionDialog({ group: masked, inspected, onClose }: SupervisionDialogProps) {
  const { t } = useTranslation();
  const group = readFragment(BodyRowFragment, masked);
  const [chosen, setChosen] = useState<readonly string[]>(group.supervises.map((body) => body.id));
  const operation = useOperation(SetSupervision);
  const submit = async () => {
    const input = { groupId: group.id, version: group.version, bodyIds: [...chosen] };
    if (!(await operation.run({ input }))) return;
    toast(t('admin.saved', { name: group.shortName }));
    onClose();
  };
  return (
    <VerbDialog
      title={t('admin.body.supervision', { name: group.shortName })}
      verb={t('ui.save')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
    >
      <CheckList label={t('admin.body.supervises')} options={inspected} chosen={chosen} onChange={setChosen} />
    </VerbDialog>
  );
}
