import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { toast } from '../../ui/toast-store.ts';
import { SettingsChanges } from './settings/SettingsChanges.tsx';
import { SettingsFields } from './settings/SettingsFields.tsx';
import { settingsProblem, settingsToStore, valuesOf } from './settings/values.ts';

const InspectionSettingsFragment = graphql(`
  fragment InspectionSettings_inspection on Inspection {
    id
    version
    settingsInForce
    settingsBase
    body {
      id
      shortName
    }
    round {
      id
      presets
      evidencePreset
    }
  }
`);

const EditSettings = graphql(`
  mutation EditInspectionSettings($input: EditInspectionInput!) {
    editInspection(input: $input) {
      inspection {
        id
        ...InspectionSettings_inspection
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type InspectionSettingsDialogProps = {
  inspection: FragmentType<typeof InspectionSettingsFragment>;
  onClose: () => void;
};

/** What one body's inspection decides otherwise than its round; every value can follow the round again. */
export function InspectionSettingsDialog({ inspection: masked, onClose }: InspectionSettingsDialogProps) {
  const { t } = useTranslation();
  const inspection = readFragment(InspectionSettingsFragment, masked);
  const { settingsInForce, settingsBase, version, id: inspectionId } = inspection;
  const [values, setValues] = useState(() => valuesOf(settingsInForce));
  const operation = useOperation(EditSettings, ['InspectionPage', 'RoundPage']);
  const submit = async () => {
    const settings = settingsToStore(settingsBase, values);
    if (!(await operation.run({ input: { inspectionId, version, settings } }))) return;
    toast(t('admin.saved', { name: inspection.body.shortName }));
    onClose();
  };
  return (
    <VerbDialog
      title={t('rounds.ownSettingsOf', { name: inspection.body.shortName })}
      verb={t('ui.save')}
      shape="wide"
      operation={operation}
      fields={[]}
      onSubmit={submit}
      onClose={onClose}
      off={settingsProblem(values) ? t('admin.round.settingsProblem') : null}
    >
      <SettingsFields
        values={values}
        base={settingsBase}
        of="round"
        presets={inspection.round.presets}
        evidencePreset={inspection.round.evidencePreset}
        onChange={setValues}
      />
      <SettingsChanges before={valuesOf(settingsInForce)} after={values} />
    </VerbDialog>
  );
}
