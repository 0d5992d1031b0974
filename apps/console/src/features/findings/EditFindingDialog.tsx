import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { EditFindingDialog_FindingFragment } from '../../gql/graphql.ts';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { changedTexts, conflictingTexts, TEXTS, type Texts } from './merge-texts.ts';
import { PointsField, type PointForm } from './PointsField.tsx';

const EditFindingDialogFragment = graphql(`
  fragment EditFindingDialog_finding on Finding {
    id
    version
    seq
    title
    description
    rootCause
    acceptanceCriterion
    effect
    remark
    points {
      id
      ordinal
      text
      outcome
    }
    sums {
      id
      point {
        id
      }
    }
  }
`);

const EditFinding = graphql(`
  mutation EditFinding($input: EditFindingInput!) {
    editFinding(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const textsOf = (finding: EditFindingDialog_FindingFragment): Texts => ({
  title: finding.title,
  description: finding.description,
  rootCause: finding.rootCause ?? '',
  acceptanceCriterion: finding.acceptanceCriterion ?? '',
  effect: finding.effect ?? '',
  remark: finding.remark ?? '',
});

const pointsOf = (finding: EditFindingDialog_FindingFragment): PointForm[] =>
  finding.points.map((point) => ({
    id: point.id,
    text: point.text,
    fixed: point.outcome !== null || finding.sums.some((sum) => sum.point?.id === point.id),
  }));

/** The texts and points of a finding. When somebody else was quicker, field by field whose words stay. */
export function EditFindingDialog(props: {
  finding: FragmentType<typeof EditFindingDialogFragment>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const finding = readFragment(EditFindingDialogFragment, props.finding);
  // What the form was opened with: the difference to it is mine, the difference from it to the record is theirs.
  const [base, setBase] = useState(() => ({ texts: textsOf(finding), points: pointsOf(finding) }));
  const [draftName] = useState(`edit:${finding.id}:${finding.version}`);
  const draft = useDraft(draftName, { ...base.texts, points: base.points });
  const operation = useOperation(EditFinding);
  const { points, ...texts } = draft.value;
  const now = textsOf(finding);

  const send = async (mine: Texts, from: Texts, version: number) => {
    const movedPoints = JSON.stringify(points) !== JSON.stringify(base.points);
    const kept = points.filter((point) => point.text.trim() !== '').map(({ id, text }) => ({ id, text }));
    const input = { findingId: finding.id, version, ...changedTexts(from, mine), ...(movedPoints && { points: kept }) };
    if (!(await operation.run({ input }))) return;
    draft.clear();
    toast(t('finding.done.editFinding'));
    props.onClose();
  };
  const resolve = (theirs: readonly string[]) => {
    const merged = { ...texts };
    // what I left alone stays as the other person has it now
    for (const field of TEXTS)
      if (theirs.includes(field) || texts[field] === base.texts[field]) merged[field] = now[field];
    draft.set({ ...merged, points });
    setBase((old) => ({ ...old, texts: now }));
    void send(merged, now, finding.version);
  };
  const field = (name: keyof Texts, limit: number, rows = 2, optional = true) => (
    <TextArea
      label={t(`fields.${name}`)}
      value={texts[name]}
      onChange={(value) => draft.put(name, value)}
      limit={limit}
      rows={rows}
      optional={optional}
      error={operation.fields[name]}
    />
  );
  return (
    <VerbDialog
      title={t('finding.editTitle', { number: finding.seq })}
      verb={t('ui.save')}
      operation={operation}
      onSubmit={() => send(texts, base.texts, finding.version)}
      onClose={props.onClose}
      fields={[...TEXTS, 'points']}
      draft={draft}
      shape="wide"
      merge={{
        fields: conflictingTexts(base.texts, texts, now).map((name) => ({
          field: name,
          label: t(`fields.${name}`),
          theirs: now[name],
          mine: texts[name],
        })),
        onResolve: resolve,
      }}
    >
      <TextField
        label={t('fields.title')}
        value={texts.title}
        onChange={(value) => draft.put('title', value)}
        error={operation.fields.title}
      />
      {field('description', LIMITS.longText, 4, false)}
      <PointsField value={points} onChange={(next) => draft.put('points', next)} error={operation.fields.points} />
      {field('rootCause', LIMITS.text)}
      {field('acceptanceCriterion', LIMITS.text)}
      {field('remark', LIMITS.text)}
    </VerbDialog>
  );
}
