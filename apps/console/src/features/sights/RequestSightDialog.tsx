import { LIMITS } from '@closeout/domain/limits';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import css from './sights.module.css';

const RequestSight = graphql(`
  mutation RequestSight($input: RequestSightInput!) {
    requestSight(input: $input) {
      sight {
        id
        ...SightCard_sight
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

export const SightOutlinesDocument = graphql(`
  query SightOutlines($filter: OutlineFilter) {
    findingOutlines(filter: $filter, first: 100, orderBy: { field: SEQ, direction: ASC }) {
      edges {
        node {
          id
          seq
          title
        }
      }
    }
  }
`);

const LISTS = ['SightsPanel'];

/** Asks for single findings or for all of the inspection, and says why. */
export function RequestSightDialog({ inspectionId, onClose }: { inspectionId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [reach, setReach] = useState<'named' | 'whole'>('named');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const operation = useOperation(RequestSight, LISTS);
  const { data } = useQuery(SightOutlinesDocument, { variables: { filter: { inspectionId } } });
  const outlines = data?.findingOutlines.edges.map((edge) => edge.node) ?? [];
  const toggle = (id: string, on: boolean) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  const submit = async () => {
    const outlineIds = reach === 'whole' ? [] : [...chosen];
    if (!(await operation.run({ input: { inspectionId, outlineIds, reason: reason.trim() } }))) return;
    toast(t('sight.done.requestSight'));
    onClose();
  };
  const off =
    reason.trim() === ''
      ? t('sight.reasonFirst')
      : reach === 'named' && chosen.length === 0
        ? t('sight.chooseFirst')
        : null;
  return (
    <VerbDialog
      title={t('sight.ask')}
      verb={t('sight.askVerb')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['reason', 'outlineIds']}
      off={off}
      shape="wide"
    >
      <ChoiceField
        label={t('sight.reach')}
        value={reach}
        onChange={setReach}
        options={[
          { value: 'named', label: t('sight.named') },
          { value: 'whole', label: t('sight.whole') },
        ]}
      />
      {reach === 'named' && (
        <fieldset className={css.choices}>
          <legend>{t('sight.findings')}</legend>
          {outlines.map((one) => (
            <CheckBox
              key={one.id}
              label={`${one.seq} ${one.title}`}
              checked={chosen.includes(one.id)}
              onChange={(on) => toggle(one.id, on)}
            />
          ))}
        </fieldset>
      )}
      <TextArea
        label={t('sight.reason')}
        hint={t('sight.reasonHint')}
        value={reason}
        onChange={setReason}
        limit={LIMITS.reason}
        error={operation.fields.reason}
      />
    </VerbDialog>
  );
}
