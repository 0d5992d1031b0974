import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { PointOutcome as Outcome, PointOutcome_PointFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { Form } from '../../ui/Form.tsx';
import { State, type Tone } from '../../ui/State.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import css from './PointOutcome.module.css';

const PointOutcomeFragment = graphql(`
  fragment PointOutcome_point on FindingPoint {
    id
    version
    ordinal
    outcome
    outcomeNote
  }
`);

const SetPointOutcome = graphql(`
  mutation SetPointOutcome($input: SetPointOutcomeInput!) {
    setPointOutcome(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** How an outcome looks, of a point and of somebody outside. */
export const OUTCOME_TONES: Record<Outcome, Tone> = {
  DONE: 'ok',
  CONTINUING: 'plain',
  NOT_DONE: 'warn',
  UNTRACEABLE_REGULATED: 'calm',
};
const OUTCOMES = Object.keys(OUTCOME_TONES) as Outcome[];

/** What became of one point; a press opens the form in its place. */
export function PointOutcome({
  point: masked,
  may,
}: {
  point: FragmentType<typeof PointOutcomeFragment>;
  may: boolean;
}) {
  const { t } = useTranslation();
  const point = readFragment(PointOutcomeFragment, masked);
  const [writing, setWriting] = useState(false);
  if (writing) return <OutcomeForm point={point} onClose={() => setWriting(false)} />;
  return (
    <div className={css.outcome}>
      {point.outcome ? (
        <State tone={OUTCOME_TONES[point.outcome]}>{t(`vocabulary.pointOutcome.${point.outcome}`)}</State>
      ) : (
        <State tone="calm">{t('finding.noOutcome')}</State>
      )}
      {may && (
        <Button
          look="quiet"
          className={`${css.write} no-print`}
          aria-label={t('finding.writeOutcomeOf', { ordinal: point.ordinal })}
          onClick={() => setWriting(true)}
        >
          {t(point.outcome ? 'finding.change' : 'finding.writeOutcome')}
        </Button>
      )}
      {point.outcomeNote && <p className={css.note}>{point.outcomeNote}</p>}
    </div>
  );
}

function OutcomeForm({ point, onClose }: { point: PointOutcome_PointFragment; onClose: () => void }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome | null>(point.outcome ?? null);
  const [note, setNote] = useState(point.outcomeNote ?? '');
  const operation = useOperation(SetPointOutcome);
  const submit = async () => {
    if (outcome === null || operation.busy) return;
    const input = { pointId: point.id, version: point.version, outcome, note: note.trim() || null };
    if (await operation.run({ input })) onClose();
  };
  return (
    <Form onSubmit={submit} className={css.form}>
      <ChoiceField
        label={t('finding.outcomeOf', { ordinal: point.ordinal })}
        value={outcome}
        onChange={setOutcome}
        options={OUTCOMES.map((value) => ({ value, label: t(`vocabulary.pointOutcome.${value}`) }))}
        error={operation.fields.outcome}
      />
      <TextArea
        label={t('finding.outcomeNote')}
        hint={outcome === 'UNTRACEABLE_REGULATED' ? t('finding.untraceableHint') : undefined}
        optional={outcome !== 'UNTRACEABLE_REGULATED'}
        rows={2}
        value={note}
        onChange={setNote}
        limit={LIMITS.text}
        error={operation.fields.note}
      />
      <OperationErrors operation={operation} fields={['outcome', 'note']} onRetry={() => void submit()} />
      <div className={css.buttons}>
        <Button onClick={onClose}>{t('ui.cancel')}</Button>
        <Button
          look="ink"
          type="submit"
          busy={operation.busy}
          off={outcome === null ? t('finding.outcomeFirst') : null}
        >
          {t('ui.save')}
        </Button>
      </div>
    </Form>
  );
}
