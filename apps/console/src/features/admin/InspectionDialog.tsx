import { LIMITS } from '@closeout/domain/limits';
import { PLAN_KINDS, type PlanKind } from '@closeout/domain/vocabulary';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { Classification, InspectionType } from '../../gql/graphql.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { BodyOptions } from './body-options.ts';
import { CheckList } from './CheckList.tsx';
import type { Matched } from './match-lines.ts';
import { nodes } from './pages.ts';
import { PastedBodies } from './PastedBodies.tsx';
import css from './admin.module.css';

export const InspectionRowFragment = graphql(`
  fragment InspectionRow_inspection on Inspection {
    id
    type
    team
    onSiteFrom
    onSiteTo
    feedbackOn
    planAcceptedOn
    plans
    concentratedUntil
    version
    body {
      id
      name
      shortName
    }
  }
`);

const OpenInspections = graphql(`
  mutation OpenInspections($input: OpenInspectionsInput!) {
    openInspections(input: $input) {
      inspections {
        id
        ...InspectionRow_inspection
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const EditInspection = graphql(`
  mutation EditInspection($input: EditInspectionInput!) {
    editInspection(input: $input) {
      inspection {
        ...InspectionRow_inspection
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['RoundPage', 'Rounds'];
const TYPES: readonly InspectionType[] = ['ROUTINE', 'SPECIAL', 'UPGRADED', 'CROSS', 'FLEXIBLE', 'LOOK_BACK'];
const CLASSIFICATIONS: readonly Classification[] = ['PUBLIC', 'INTERNAL', 'SECRET', 'CONFIDENTIAL', 'TOP_SECRET'];
const FIELDS = ['classification', 'plans', 'bodyIds', 'team', 'onSiteFrom', 'onSiteTo', 'feedbackOn', 'planAcceptedOn'];

type Facts = {
  plans: readonly PlanKind[];
  type: InspectionType;
  team: string;
  onSiteFrom: string | null;
  onSiteTo: string | null;
  feedbackOn: string | null;
};
type FactsFieldsProps = { facts: Facts; onChange: (facts: Facts) => void; errors: Readonly<Record<string, string>> };

/** What is known of an inspection when it is opened: kind, team, days. */
function FactsFields({ facts, onChange, errors }: FactsFieldsProps) {
  const { t } = useTranslation();
  const put = <K extends keyof Facts>(key: K, value: Facts[K]) => onChange({ ...facts, [key]: value });
  const day = (key: 'onSiteFrom' | 'onSiteTo' | 'feedbackOn') => ({
    label: t(`admin.inspection.${key}`),
    optional: true,
    value: facts[key],
    onChange: (value: string | null) => put(key, value),
    error: errors[key],
  });
  return (
    <>
      <div className={css.two}>
        <SelectField
          label={t('admin.inspection.type')}
          emptyLabel={t('vocabulary.inspectionType.ROUTINE')}
          value={facts.type === 'ROUTINE' ? null : facts.type}
          onChange={(type) => put('type', type ?? 'ROUTINE')}
          options={TYPES.filter((type) => type !== 'ROUTINE').map((value) => ({
            value,
            label: t(`vocabulary.inspectionType.${value}`),
          }))}
        />
        <TextField
          label={t('admin.inspection.team')}
          optional
          placeholder={t('admin.inspection.teamExample')}
          value={facts.team}
          onChange={(team) => put('team', team)}
          error={errors.team}
          maxLength={LIMITS.name}
        />
        <CheckList
          label={t('rounds.plans')}
          hint={t('rounds.plansHint')}
          options={PLAN_KINDS.map((id) => ({ id, name: t(`vocabulary.planKind.${id}`) }))}
          chosen={facts.plans}
          onChange={(chosen) =>
            put(
              'plans',
              PLAN_KINDS.filter((kind) => chosen.includes(kind)),
            )
          }
          error={errors.plans}
        />
        <DateField {...day('onSiteFrom')} />
        <DateField {...day('onSiteTo')} />
        <DateField {...day('feedbackOn')} hint={t('admin.inspection.feedbackHint')} />
      </div>
    </>
  );
}

type OpenInspectionsDialogProps = { roundId: string; taken: readonly string[]; onClose: () => void };

/** Opens the round for many bodies at once, or for none of them when one is refused. */
export function OpenInspectionsDialog({ roundId, taken, onClose }: OpenInspectionsDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [own, setOwn] = useState<Matched['own']>({});
  const [classification, setClassification] = useState<Classification | null>(null);
  const [facts, setFacts] = useState<Facts>({
    plans: ['MAIN'],
    type: 'ROUTINE',
    team: '',
    onSiteFrom: null,
    onSiteTo: null,
    feedbackOn: null,
  });
  const { data } = useQuery(BodyOptions);
  const operation = useOperation(OpenInspections, LISTS);
  const free = nodes(data?.bodies).filter(
    (body) => body.kind === 'INSPECTED' && body.active && !taken.includes(body.id),
  );
  const submit = async () => {
    if (
      !(await operation.run({
        input: {
          roundId,
          classification: classification!,
          bodyIds: [...chosen],
          own: Object.entries(own)
            .filter(([bodyId]) => chosen.includes(bodyId))
            .map(([bodyId, line]) => ({ bodyId, ...line })),
          ...facts,
          plans: [...facts.plans],
          team: facts.team.trim() || null,
        },
      }))
    )
      return;
    toast(t('admin.inspection.opened', { count: chosen.length }));
    onClose();
  };
  return (
    <VerbDialog
      title={t('admin.inspection.open')}
      verb={t('admin.inspection.openThese', { count: chosen.length })}
      shape="wide"
      operation={operation}
      fields={FIELDS}
      onSubmit={submit}
      onClose={onClose}
      off={
        chosen.length === 0
          ? t('admin.inspection.chooseBodies')
          : classification === null
            ? t('rounds.sayClassification')
            : null
      }
    >
      <ChoiceField
        label={t('rounds.classificationOf')}
        hint={t('rounds.classificationHint')}
        value={classification}
        onChange={setClassification}
        options={CLASSIFICATIONS.map((value) => ({ value, label: t(`vocabulary.classification.${value}`) }))}
        error={operation.fields.classification}
      />
      <PastedBodies
        bodies={free}
        onFound={(found) => {
          setChosen([...new Set([...chosen, ...found.ids])]);
          setOwn({ ...own, ...found.own });
        }}
      />
      {data && free.length === 0 ? (
        <p>{t('admin.inspection.noBodies')}</p>
      ) : (
        <CheckList
          label={t('admin.inspection.bodies')}
          options={free}
          chosen={chosen}
          onChange={setChosen}
          error={operation.fields.bodyIds}
        />
      )}
      <FactsFields facts={facts} onChange={setFacts} errors={operation.fields} />
    </VerbDialog>
  );
}

type EditInspectionDialogProps = { inspection: FragmentType<typeof InspectionRowFragment>; onClose: () => void };

/** Days, team and kind of one inspection; deadlines already given stay as they are. */
export function EditInspectionDialog({ inspection: masked, onClose }: EditInspectionDialogProps) {
  const { t } = useTranslation();
  const inspection = readFragment(InspectionRowFragment, masked);
  const [facts, setFacts] = useState<Facts>({
    plans: inspection.plans,
    type: inspection.type,
    team: inspection.team ?? '',
    onSiteFrom: inspection.onSiteFrom ?? null,
    onSiteTo: inspection.onSiteTo ?? null,
    feedbackOn: inspection.feedbackOn ?? null,
  });
  const [planAcceptedOn, setPlanAcceptedOn] = useState<string | null>(inspection.planAcceptedOn ?? null);
  const operation = useOperation(EditInspection, LISTS);
  const submit = async () => {
    const { id: inspectionId, version } = inspection;
    const input = {
      inspectionId,
      version,
      ...facts,
      plans: [...facts.plans],
      team: facts.team.trim() || null,
      planAcceptedOn,
    };
    if (!(await operation.run({ input }))) return;
    toast(t('admin.saved', { name: inspection.body.shortName }));
    onClose();
  };
  return (
    <VerbDialog
      title={t('admin.inspection.edit', { name: inspection.body.shortName })}
      verb={t('ui.save')}
      operation={operation}
      fields={FIELDS}
      onSubmit={submit}
      onClose={onClose}
    >
      <FactsFields facts={facts} onChange={setFacts} errors={operation.fields} />
      <DateField
        label={t('admin.inspection.planAcceptedOn')}
        optional
        hint={t('admin.inspection.planHint')}
        value={planAcceptedOn}
        onChange={setPlanAcceptedOn}
        error={operation.fields.planAcceptedOn}
      />
    </VerbDialog>
  );
}
