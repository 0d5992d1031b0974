import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { EvidenceKind } from '../../gql/graphql.ts';
import { Menu } from '../../ui/Menu.tsx';
import { AddPieceDialog } from './AddPieceDialog.tsx';
import { AddRefundDialog } from './AddRefundDialog.tsx';

const AddEvidenceActionFragment = graphql(`
  fragment AddEvidence_action on Action {
    id
    ordinal
  }
`);

const AddEvidenceFindingFragment = graphql(`
  fragment AddEvidence_finding on Finding {
    ...AddPiece_finding
    ...AddRefund_finding
  }
`);

const KINDS = [
  'MEETING',
  'DOCUMENT',
  'TALK',
  'REFUND',
  'FILE',
  'TRAINING',
  'SITE_VISIT',
  'INSPECTION',
  'LATERAL_REVIEW',
  'SELF_CRITICISM',
  'ORDERED_CHECK',
] as const satisfies readonly EvidenceKind[];

type AddEvidenceProps = {
  action: FragmentType<typeof AddEvidenceActionFragment>;
  finding: FragmentType<typeof AddEvidenceFindingFragment>;
};

/** 添加佐证: first of which kind, then that kind's own short form. */
export function AddEvidenceButton({ action: maskedAction, finding: masked }: AddEvidenceProps) {
  const { t } = useTranslation();
  const action = readFragment(AddEvidenceActionFragment, maskedAction);
  const finding = readFragment(AddEvidenceFindingFragment, masked);
  const [kind, setKind] = useState<EvidenceKind | null>(null);
  const close = () => setKind(null);
  return (
    <>
      <Menu
        placement="bottom start"
        label={t('piece.addTo', { ordinal: action.ordinal })}
        entries={KINDS.map((each) => ({
          id: each,
          label: t(`vocabulary.evidenceKind.${each}`),
          onPick: () => setKind(each),
        }))}
      >
        {t('vocabulary.findingVerb.addEvidence')}
      </Menu>
      {kind === 'REFUND' && <AddRefundDialog action={action} finding={finding} onClose={close} />}
      {kind !== null && kind !== 'REFUND' && (
        <AddPieceDialog kind={kind} action={action} finding={finding} onClose={close} />
      )}
    </>
  );
}
