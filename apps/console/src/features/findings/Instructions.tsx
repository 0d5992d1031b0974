import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import { Panel } from './Panel.tsx';
import css from './Instructions.module.css';

const InstructionsFragment = graphql(`
  fragment Instructions_finding on Finding {
    id
    seq
    viewerCan
    instructions {
      id
      at
      byName
      byPost
      text
    }
  }
`);

const Instruct = graphql(`
  mutation Instruct($input: InstructInput!) {
    instruct(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 批示: what the secretary wrote on the finding, newest first; he alone can write another. */
export function Instructions({ finding: masked }: { finding: FragmentType<typeof InstructionsFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(InstructionsFragment, masked);
  const [writing, setWriting] = useState(false);
  const may = finding.viewerCan.includes('instruct');
  if (finding.instructions.length === 0 && !may) return null;
  return (
    <Panel
      id="instructions"
      title={t('finding.instructions')}
      actions={
        may && (
          <Button look="quiet" onClick={() => setWriting(true)}>
            {t('finding.instruct')}
          </Button>
        )
      }
    >
      {finding.instructions.length === 0 && <p className={css.by}>{t('finding.noInstructions')}</p>}
      {finding.instructions.map((each) => (
        <figure key={each.id} className={css.instruction}>
          <blockquote className={css.words}>{each.text}</blockquote>
          <figcaption className={css.by}>
            {[each.byName, each.byPost, dateTime(each.at)].filter(Boolean).join(' · ')}
          </figcaption>
        </figure>
      ))}
      {writing && <InstructDialog id={finding.id} seq={finding.seq} onClose={() => setWriting(false)} />}
    </Panel>
  );
}

function InstructDialog({ id, seq, onClose }: { id: string; seq: number; onClose: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft(`instruct:${id}`, { text: '' });
  const operation = useOperation(Instruct);
  const submit = async () => {
    if (!(await operation.run({ input: { findingId: id, text: draft.value.text.trim() } }))) return;
    draft.clear();
    toast(t('finding.instructed'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('finding.instructTitle', { number: seq })}
      verb={t('finding.instruct')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['text']}
      draft={draft}
      off={draft.value.text.trim() === '' ? t('finding.writeFirst') : null}
    >
      <TextArea
        label={t('finding.instruction')}
        hint={t('finding.instructHint')}
        value={draft.value.text}
        onChange={(text) => draft.put('text', text)}
        limit={LIMITS.text}
        error={operation.fields.text}
      />
    </VerbDialog>
  );
}
