import { LIMITS } from '@closeout/domain/limits';
import { useQuery } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { today } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { InspectionLevel } from '../../gql/graphql.ts';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { BodyOptions } from './body-options.ts';
import { nodes } from './pages.ts';
import { SettingsChanges } from '../rounds/settings/SettingsChanges.tsx';
import { SettingsFields } from '../rounds/settings/SettingsFields.tsx';
import { settingsProblem, settingsToStore, valuesOf } from '../rounds/settings/values.ts';
import css from './admin.module.css';

export const RoundRowFragment = graphql(`
  fragment RoundRow_round on Round {
    id
    level
    name
    year
    number
    settingsInForce
    settingsBase
    presets
    evidencePreset
    version
    office {
      id
      shortName
    }
  }
`);

const CreateRound = graphql(`
  mutation CreateRound($input: CreateRoundInput!) {
    createRound(input: $input) {
      round {
        id
        ...RoundRow_round
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const EditRound = graphql(`
  mutation EditRound($input: EditRoundInput!) {
    editRound(input: $input) {
      round {
        ...RoundRow_round
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['Rounds', 'RoundPage'];
const LEVELS: readonly InspectionLevel[] = ['XUNCHA', 'XUNSHI'];

/** A new round with its settings; opens its page, where the bodies are put in. */
export function CreateRoundDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [level, setLevel] = useState<InspectionLevel>('XUNCHA');
  const [name, setName] = useState('');
  const [year, setYear] = useState<number | null>(Number(today().slice(0, 4)));
  const [number, setNumber] = useState<number | null>(1);
  const [officeId, setOfficeId] = useState<string | null>(null);
  const bodies = useQuery(BodyOptions);
  const offices = nodes(bodies.data?.bodies).filter((body) => body.kind === 'OFFICE' && body.active);
  const operation = useOperation(CreateRound, LISTS);
  const submit = async () => {
    const input = {
      level,
      name,
      year: year ?? 0,
      number: number ?? 0,
      officeId: officeId ?? offices[0]?.id,
    };
    const payload = await operation.run({ input });
    if (!payload?.round) return;
    toast(t('admin.created', { name }));
    onClose();
    void navigate({ to: '/rounds/$roundId', params: { roundId: payload.round.id } });
  };
  return (
    <VerbDialog
      title={t('admin.round.create')}
      verb={t('admin.round.create')}
      operation={operation}
      fields={['name', 'year', 'number', 'officeId']}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('admin.round.name')}
        placeholder={t('admin.round.nameExample')}
        value={name}
        onChange={setName}
        error={operation.fields.name}
        maxLength={LIMITS.name}
        autoFocus
      />
      <ChoiceField
        label={t('admin.round.level')}
        value={level}
        onChange={setLevel}
        options={LEVELS.map((value) => ({ value, label: t(`vocabulary.inspectionLevel.${value}`) }))}
      />
      <div className={css.two}>
        <NumberField
          label={t('admin.round.year')}
          min={1990}
          max={2100}
          value={year}
          onChange={setYear}
          error={operation.fields.year}
        />
        <NumberField
          label={t('admin.round.number')}
          min={1}
          max={99}
          value={number}
          onChange={setNumber}
          error={operation.fields.number}
        />
      </div>
      {offices.length > 0 && (
        <SelectField
          label={t('admin.round.office')}
          emptyLabel={t('admin.round.chooseOffice')}
          value={officeId ?? offices[0]?.id ?? null}
          onChange={setOfficeId}
          options={offices.map((office) => ({ value: office.id, label: office.name }))}
          error={operation.fields.officeId}
        />
      )}
      {bodies.data && offices.length === 0 && <p className={css.quiet}>{t('admin.round.noOffice')}</p>}
      <p className={css.quiet}>{t('admin.round.settingsLater')}</p>
    </VerbDialog>
  );
}

/** Name and settings of a round; a setting changes what comes, never what was. */
export function EditRoundDialog({
  round: masked,
  onClose,
}: {
  round: FragmentType<typeof RoundRowFragment>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const round = readFragment(RoundRowFragment, masked);
  const [name, setName] = useState(round.name);
  const [settings, setSettings] = useState(() => valuesOf(round.settingsInForce));
  const operation = useOperation(EditRound, LISTS);
  const submit = async () => {
    const input = {
      roundId: round.id,
      version: round.version,
      name,
      settings: settingsToStore(round.settingsBase, settings),
    };
    if (!(await operation.run({ input }))) return;
    toast(t('admin.saved', { name }));
    onClose();
  };
  return (
    <VerbDialog
      title={t('admin.round.edit')}
      verb={t('ui.save')}
      shape="wide"
      operation={operation}
      fields={['name']}
      onSubmit={submit}
      onClose={onClose}
      off={settingsProblem(settings) ? t('admin.round.settingsProblem') : null}
    >
      <TextField
        label={t('admin.round.name')}
        value={name}
        onChange={setName}
        error={operation.fields.name}
        maxLength={LIMITS.name}
      />
      <SettingsFields
        values={settings}
        base={round.settingsBase}
        of="default"
        presets={round.presets}
        evidencePreset={round.evidencePreset}
        onChange={setSettings}
      />
      <SettingsChanges before={valuesOf(round.settingsInForce)} after={settings} />
    </VerbDialog>
  );
}
