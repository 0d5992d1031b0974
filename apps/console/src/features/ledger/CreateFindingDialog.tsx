import { LIMITS } from '@closeout/domain/limits';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import type { PlanKind, RemediationType } from '../../gql/graphql.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import type { InspectionInReach } from './inspections.ts';
import { REMEDIATION_TYPES } from './ledger-search.ts';

const CreateFinding = graphql(`
  mutation CreateFinding($input: CreateFindingInput!) {
    createFinding(input: $input) {
      finding {
        id
        seq
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const REFETCH = ['LedgerPage', 'InspectionsInReach'] as const;
const FIELDS = ['description', 'title', 'aspect', 'remediationType', 'plan'] as const;
const EMPTY = {
  description: '',
  title: '',
  aspect: null as string | null,
  newAspect: '',
  type: null as RemediationType | null,
  plan: null as PlanKind | null,
};

/** 登记问题: the clerk writes the feedback's words; number and short title follow by themselves. */
export function CreateFindingDialog({ inspection, onClose }: { inspection: InspectionInReach; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const draft = useDraft(`createFinding:${inspection.id}`, EMPTY);
  const operation = useOperation(CreateFinding, REFETCH);
  const [other, setOther] = useState(inspection.aspects.length === 0);
  const { description, title, aspect, newAspect, type, plan } = draft.value;
  const submit = async () => {
    const input = {
      inspectionId: inspection.id,
      description,
      title: title.trim() || null,
      aspect: (other ? newAspect.trim() : aspect) || null,
      remediationType: type,
      plan,
    };
    const payload = await operation.run({ input });
    if (!payload?.finding) return;
    draft.clear();
    toast(t('ledger.created', { number: payload.finding.seq }));
    onClose();
    void navigate({ to: '/findings/$findingId', params: { findingId: payload.finding.id } });
  };
  return (
    <VerbDialog
      title={t('ledger.create')}
      verb={t('ledger.createVerb')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={FIELDS}
      draft={draft}
      off={description.trim() === '' ? t('ledger.descriptionFirst') : null}
    >
      <TextArea
        label={t('fields.description')}
        hint={t('ledger.descriptionHint')}
        value={description}
        onChange={(value) => draft.put('description', value)}
        limit={LIMITS.longText}
        rows={5}
        error={operation.fields.description}
      />
      <TextField
        label={t('fields.title')}
        hint={t('ledger.titleHint')}
        optional
        value={title}
        onChange={(value) => draft.put('title', value)}
        maxLength={LIMITS.title}
        error={operation.fields.title}
      />
      {!other && (
        <SelectField
          label={t('ledger.column.aspect')}
          optional
          value={aspect}
          onChange={(value) => (value === 'new' ? setOther(true) : draft.put('aspect', value))}
          emptyLabel={t('ledger.noAspect')}
          options={[
            ...inspection.aspects.map((each) => ({ value: each.title, label: each.title })),
            { value: 'new', label: t('ledger.newAspect') },
          ]}
          error={operation.fields.aspect}
        />
      )}
      {other && (
        <TextField
          label={t('ledger.newAspect')}
          optional
          value={newAspect}
          onChange={(value) => draft.put('newAspect', value)}
          maxLength={LIMITS.title}
          error={operation.fields.aspect}
        />
      )}
      <ChoiceField
        label={t('ledger.column.type')}
        optional
        value={type}
        onChange={(value) => draft.put('type', value)}
        options={REMEDIATION_TYPES.map((value) => ({ value, label: t(`vocabulary.remediationType.${value}`) }))}
      />
      {inspection.plans.length > 1 && (
        <ChoiceField
          label={t('rounds.plan')}
          value={plan ?? inspection.plans[0] ?? null}
          onChange={(value) => draft.put('plan', value)}
          options={inspection.plans.map((value) => ({ value, label: t(`vocabulary.planKind.${value}`) }))}
          error={operation.fields.plan}
        />
      )}
    </VerbDialog>
  );
}
