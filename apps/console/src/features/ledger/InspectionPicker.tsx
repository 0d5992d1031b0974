import { useTranslation } from 'react-i18next';
import { Menu } from '../../ui/Menu.tsx';
import type { InspectionInReach } from './inspections.ts';

type InspectionPickerProps = {
  all: readonly InspectionInReach[];
  chosen: InspectionInReach;
  onChoose: (inspectionId: string) => void;
};

/** Whose ledger this is; a choice only for those who have several in reach. */
export function InspectionPicker({ all, chosen, onChoose }: InspectionPickerProps) {
  const { t } = useTranslation();
  if (all.length < 2) return <>{chosen.round.name}</>;
  const entries = all.map((each) => ({
    id: each.id,
    label: each.body.shortName,
    detail: each.round.name,
    checked: each.id === chosen.id,
    onPick: () => onChoose(each.id),
  }));
  return (
    <Menu look="chip" placement="bottom start" label={t('ledger.chooseInspection')} entries={entries}>
      {chosen.body.shortName} · {chosen.round.name}
    </Menu>
  );
}
