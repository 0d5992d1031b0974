import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import type { DrawStage } from '../../gql/graphql.ts';
import { graphql } from '../../gql/index.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';

const DrawRecheck = graphql(`
  mutation DrawRecheck($input: DrawRecheckInput!) {
    drawRecheck(input: $input) {
      draw {
        id
        ...DrawSheet_draw
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['RechecksPage'];

/** Draws a sample among what is closed, or what waits to be closed; the seed is agreed on before, so that nobody can choose whom it meets. */
export function DrawDialog(props: { inspectionId: string; stage: DrawStage; population: number; onClose: () => void }) {
  const { t } = useTranslation();
  const { inspectionId, stage, population, onClose } = props;
  const sample = stage === 'IN_REVIEW';
  const [seed, setSeed] = useState('');
  const [size, setSize] = useState<number | null>(Math.min(5, population));
  const operation = useOperation(DrawRecheck, LISTS);
  const submit = async () => {
    if (size === null || !(await operation.run({ input: { inspectionId, stage, seed: seed.trim(), size } }))) return;
    toast(t('recheck.done.drawn', { count: size }));
    onClose();
  };
  return (
    <VerbDialog
      title={t(sample ? 'recheck.drawSample' : 'recheck.draw')}
      verb={t('recheck.drawNow')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['seed', 'size']}
      off={seed.trim() === '' || size === null ? t('recheck.drawFirst') : null}
    >
      <TextField
        label={t('recheck.seed')}
        hint={t('recheck.seedHint')}
        value={seed}
        onChange={setSeed}
        error={operation.fields.seed}
      />
      <NumberField
        label={t('recheck.size')}
        hint={t(sample ? 'recheck.sampleHint' : 'recheck.sizeHint', { count: population })}
        unit={t('recheck.unit')}
        min={1}
        max={population}
        value={size}
        onChange={setSize}
        error={operation.fields.size}
      />
    </VerbDialog>
  );
}
