import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { ComboField } from '../../ui/ComboField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { departmentFirst, usePeopleOptions } from './people-options.ts';

const ClaimDialogFragment = graphql(`
  fragment ClaimDialog_finding on Finding {
    id
    version
    seq
    body {
      id
    }
    leadDepartment {
      id
      name
    }
    handler {
      id
    }
  }
`);

const Claim = graphql(`
  mutation Claim($input: ClaimInput!) {
    claim(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const NameHandler = graphql(`
  mutation NameHandler($input: NameHandlerInput!) {
    nameHandler(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type DialogProps = { finding: FragmentType<typeof ClaimDialogFragment>; onClose: () => void };

/** 认领: the department takes the finding on and may name its handler with it. */
export function ClaimDialog({ finding: masked, onClose }: DialogProps) {
  const { t } = useTranslation();
  const finding = readFragment(ClaimDialogFragment, masked);
  const [handlerId, setHandlerId] = useState<string | null>(null);
  const operation = useOperation(Claim);
  const submit = async () => {
    const done = await operation.run({ input: { findingId: finding.id, version: finding.version, handlerId } });
    if (!done) return;
    toast(t('finding.done.claim'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('finding.claimTitle', { number: finding.seq })}
      verb={t('vocabulary.findingVerb.claim')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['handlerId']}
    >
      <p>{t('finding.claimText', { department: finding.leadDepartment?.name ?? '' })}</p>
      <HandlerField
        finding={masked}
        value={handlerId}
        onChange={setHandlerId}
        error={operation.fields.handlerId}
        optional
      />
    </VerbDialog>
  );
}

/** 指定承办人: who handles it from now on. */
export function HandlerDialog({ finding: masked, onClose }: DialogProps) {
  const { t } = useTranslation();
  const finding = readFragment(ClaimDialogFragment, masked);
  const [handlerId, setHandlerId] = useState<string | null>(finding.handler?.id ?? null);
  const operation = useOperation(NameHandler);
  const submit = async () => {
    if (handlerId === null) return;
    const done = await operation.run({ input: { findingId: finding.id, version: finding.version, handlerId } });
    if (!done) return;
    toast(t('finding.done.nameHandler'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('finding.handlerTitle', { number: finding.seq })}
      verb={t('vocabulary.findingVerb.nameHandler')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['handlerId']}
      off={handlerId === null ? t('finding.handlerFirst') : null}
    >
      <HandlerField finding={masked} value={handlerId} onChange={setHandlerId} error={operation.fields.handlerId} />
    </VerbDialog>
  );
}

type HandlerFieldProps = Pick<DialogProps, 'finding'> & {
  value: string | null;
  onChange: (id: string | null) => void;
  error?: string;
  optional?: boolean;
};

function HandlerField({ finding: masked, ...field }: HandlerFieldProps) {
  const { t } = useTranslation();
  const finding = readFragment(ClaimDialogFragment, masked);
  const { persons, loading } = usePeopleOptions(finding.body.id);
  return (
    <ComboField
      key={persons.length}
      loading={loading}
      {...field}
      label={t('fields.handlerId')}
      options={departmentFirst(persons, finding.leadDepartment?.id ?? null)}
    />
  );
}
