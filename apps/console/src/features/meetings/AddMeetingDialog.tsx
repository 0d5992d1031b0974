import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import { toast } from '../../ui/toast-store.ts';
import { FilesField } from '../evidence/FilesField.tsx';
import { OnBehalfFields } from '../evidence/OnBehalf.tsx';
import { commonInput, EMPTY_PIECE, firstMissing, meetingInput } from '../evidence/piece-form.ts';
import { PieceFields } from '../evidence/PieceFields.tsx';
import { AddMeeting } from '../evidence/piece-mutations.ts';
import { useFiles } from '../evidence/use-files.ts';
import { ManyField } from '../findings/ManyField.tsx';

const ProvableActions = graphql(`
  query MeetingActions($inspection: String!) {
    findings(filter: { inspectionId: $inspection, state: [RECTIFYING] }, first: 100) {
      edges {
        node {
          id
          seq
          viewerCan
          leadDepartment {
            id
            name
          }
          actions(first: 100) {
            edges {
              node {
                id
                ordinal
                text
              }
            }
          }
        }
      }
    }
  }
`);

type Provable = { id: string; label: string; department: { id: string; name: string } | null };

/** The actions of findings to which the server lets the viewer add evidence. */
function useProvable(inspectionId: string): Provable[] {
  const { t } = useTranslation();
  const { data } = useQuery(ProvableActions, { variables: { inspection: inspectionId } });
  return (data?.findings.edges ?? [])
    .map((edge) => edge.node)
    .filter((finding) => finding.viewerCan.includes('addEvidence'))
    .flatMap((finding) =>
      finding.actions.edges.map(({ node }) => ({
        id: node.id,
        label: t('meetings.actionOf', { finding: finding.seq, ordinal: node.ordinal, text: node.text.slice(0, 30) }),
        department: finding.leadDepartment ?? null,
      })),
    );
}

type AddMeetingDialogProps = {
  inspection: { id: string; onSiteFrom?: string | null };
  /** Whoever keeps the body's ledger enters meetings of the whole body, and the others' on their behalf. */
  asClerk: boolean;
  onClose: () => void;
  onDone: () => void;
};

const FIELDS = [...Object.keys(EMPTY_PIECE), 'type', 'date.on', 'date.to', 'date.text', 'onBehalfOf', 'onBehalfSource'];
const EMPTY = { ...EMPTY_PIECE, actionIds: [] as string[], onBehalfOf: null as string | null, onBehalfSource: '' };

/** 登记会议: date, type, title, scan; what it proves, and for the clerk on whose behalf. */
export function AddMeetingDialog({ inspection, asClerk, onClose, onDone }: AddMeetingDialogProps) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const provable = useProvable(inspection.id);
  const draft = useDraft(`meeting:${inspection.id}`, EMPTY);
  const files = useFiles();
  const operation = useOperation(AddMeeting);
  const [added, setAdded] = useState<{ id: string; pieceNumber: string } | null>(null);
  const [sending, setSending] = useState(false);
  const { value } = draft;
  const change = (part: Partial<typeof value>) => draft.set((old) => ({ ...old, ...part }));
  const chosen = provable.filter((each) => value.actionIds.includes(each.id));
  const departments = new Map(chosen.flatMap(({ department }) => (department ? [[department.id, department]] : [])));
  const behalf = {
    needed: asClerk && chosen.length > 0,
    departments: [...departments.values()],
    empty: { onBehalfOf: null, onBehalfSource: '' },
    input: () => ({}),
  };
  const off = () => {
    const missing = firstMissing('MEETING', value);
    if (missing) return t('piece.stillEmpty', { field: t(`piece.field.${missing}`) });
    return !asClerk && chosen.length === 0 ? t('meetings.actionFirst') : null;
  };
  const add = async () => {
    if (value.meetingType === null) return null;
    const place = chosen.length > 0 ? { actionIds: chosen.map((each) => each.id) } : { inspectionId: inspection.id };
    const entry = behalf.needed
      ? { onBehalfOf: value.onBehalfOf, onBehalfSource: value.onBehalfSource.trim() || null }
      : {};
    const said = { title: value.title.trim(), type: value.meetingType, details: meetingInput(value) };
    return (await operation.run({ input: { ...commonInput(value), ...said, ...place, ...entry } }))?.evidence ?? null;
  };
  const submit = async () => {
    if (sending) return;
    const piece = added ?? (await add());
    if (!piece) return;
    setAdded(piece);
    draft.clear();
    setSending(true);
    const complete = await files.sendAll({ evidenceId: piece.id }, 'SCAN');
    await client.refetchQueries({ include: ['MeetingsPage'] });
    setSending(false);
    if (!complete) return;
    toast(t('meetings.saved', { number: piece.pieceNumber }));
    onDone();
  };
  return (
    <VerbDialog
      title={t('meetings.addTitle')}
      verb={t(added ? 'meetings.sendAgain' : 'meetings.save')}
      operation={{ ...operation, busy: operation.busy || sending }}
      onSubmit={submit}
      onClose={onClose}
      fields={FIELDS}
      draft={draft}
      off={added ? null : off()}
    >
      {added && <p role="status">{t('meetings.filesLeft', { number: added.pieceNumber })}</p>}
      <PieceFields
        kind="MEETING"
        value={value}
        onChange={change}
        errors={operation.fields}
        onSiteFrom={inspection.onSiteFrom ?? null}
      />
      <FilesField label={t('meetings.scan')} files={files} optional />
      {provable.length > 0 && (
        <ManyField
          label={t(asClerk ? 'meetings.actionsOptional' : 'meetings.actions')}
          hint={t('meetings.actionsHint')}
          value={value.actionIds}
          onChange={(actionIds) => change({ actionIds })}
          options={provable}
          error={operation.fields.actionIds}
        />
      )}
      <OnBehalfFields behalf={behalf} value={value} onChange={change} errors={operation.fields} />
    </VerbDialog>
  );
}
