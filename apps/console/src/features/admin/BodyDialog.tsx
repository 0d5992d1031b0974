import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { BodyKind } from '../../gql/graphql.ts';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import css from './admin.module.css';

export const BodyRowFragment = graphql(`
  fragment BodyRow_body on Body {
    id
    kind
    name
    shortName
    creditCode
    regionCode
    active
    version
    supervises {
      id
      shortName
    }
  }
`);

const CreateBody = graphql(`
  mutation CreateBody($input: CreateBodyInput!) {
    createBody(input: $input) {
      body {
        ...BodyRow_body
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const EditBody = graphql(`
  mutation EditBody($input: EditBodyInput!) {
    editBody(input: $input) {
      body {
        ...BodyRow_body
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const KINDS: readonly BodyKind[] = ['INSPECTED', 'OFFICE', 'DISCIPLINE_GROUP'];
const LISTS = ['Directory', 'BodyOptions'];
const FIELDS = ['name', 'shortName', 'creditCode', 'regionCode'];

type BodyDialogProps = { body: FragmentType<typeof BodyRowFragment> | null; onClose: () => void };

/** A new organisation, or the names and codes of one. Its kind stays for ever. */
export function BodyDialog({ body: masked, onClose }: BodyDialogProps) {
  const { t } = useTranslation();
  const body = readFragment(BodyRowFragment, masked);
  const [kind, setKind] = useState<BodyKind>(body?.kind ?? 'INSPECTED');
  const [active, setActive] = useState(body?.active ?? true);
  const [values, setValues] = useState({
    name: body?.name ?? '',
    shortName: body?.shortName ?? '',
    creditCode: body?.creditCode ?? '',
    regionCode: body?.regionCode ?? '',
  });
  const create = useOperation(CreateBody, LISTS);
  const edit = useOperation(EditBody, LISTS);
  const operation = body ? edit : create;
  const field = (key: keyof typeof values) => ({
    label: t(`admin.body.${key}`),
    value: values[key],
    onChange: (value: string) => setValues((old) => ({ ...old, [key]: value })),
    error: operation.fields[key],
  });
  const submit = async () => {
    const codes = { creditCode: values.creditCode.trim() || null, regionCode: values.regionCode.trim() || null };
    const names = { name: values.name, shortName: values.shortName };
    const done = body
      ? await edit.run({ input: { bodyId: body.id, version: body.version, ...names, ...codes, active } })
      : await create.run({ input: { kind, ...names, ...codes } });
    if (!done) return;
    toast(t(body ? 'admin.saved' : 'admin.created', { name: values.shortName }));
    onClose();
  };
  return (
    <VerbDialog
      title={body ? t('admin.body.edit', { name: body.shortName }) : t('admin.body.create')}
      verb={t(body ? 'ui.save' : 'admin.body.create')}
      operation={operation}
      fields={FIELDS}
      onSubmit={submit}
      onClose={onClose}
    >
      {!body && (
        <ChoiceField
          label={t('admin.body.kind')}
          hint={t(`admin.body.kindHint.${kind}`)}
          value={kind}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, label: t(`vocabulary.bodyKind.${value}`) }))}
        />
      )}
      <TextField {...field('name')} maxLength={LIMITS.name} autoFocus />
      <TextField {...field('shortName')} hint={t('admin.body.shortNameHint')} maxLength={40} />
      <div className={css.two}>
        <TextField {...field('creditCode')} optional maxLength={18} />
        <TextField {...field('regionCode')} optional hint={t('admin.body.regionHint')} maxLength={12} />
      </div>
      {body && <CheckBox label={t('admin.body.active')} checked={active} onChange={setActive} />}
    </VerbDialog>
  );
}
