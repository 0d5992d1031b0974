import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import { PartHead } from '../findings/Panel.tsx';
import css from './effects.module.css';

const EffectPartFragment = graphql(`
  fragment EffectPart_finding on Finding {
    id
    version
    seq
    effect
    viewerCan
    effects {
      id
      number
      text
      writtenByName
      writtenAt
    }
  }
`);

const WriteEffect = graphql(`
  mutation WriteEffect($input: WriteEffectInput!) {
    writeEffect(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 整改成效: what came of it, apart from the actions, with every version of the text. */
export function EffectPart({ finding: masked }: { finding: FragmentType<typeof EffectPartFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(EffectPartFragment, masked);
  const [writing, setWriting] = useState(false);
  const may = finding.viewerCan.includes('writeEffect');
  if (!finding.effect && finding.effects.length === 0 && !may) return null;
  return (
    <section id="effect" tabIndex={-1} aria-label={t('fields.effect')}>
      <PartHead
        title={t('fields.effect')}
        actions={
          may && (
            <Button look="quiet" onClick={() => setWriting(true)}>
              {t(finding.effect ? 'finding.change' : 'effect.write')}
            </Button>
          )
        }
      />
      <p className={finding.effect ? css.prose : css.quiet}>{finding.effect ?? t('effect.none')}</p>
      {finding.effects.length > 1 && (
        <Disclosure label={t('effect.versions', { count: finding.effects.length })}>
          <ol className={css.versions}>
            {finding.effects.map((each) => (
              <li key={each.id}>
                <span className={css.quiet}>
                  {t('effect.version', { number: each.number })} · {each.writtenByName ?? t('effect.imported')} ·{' '}
                  {dateTime(each.writtenAt)}
                </span>
                <p>{each.text ?? t('effect.takenBack')}</p>
              </li>
            ))}
          </ol>
        </Disclosure>
      )}
      {writing && <EffectDialog finding={finding} onClose={() => setWriting(false)} />}
    </section>
  );
}

type EffectDialogProps = {
  finding: { id: string; version: number; seq: number; effect?: string | null };
  onClose: () => void;
};

function EffectDialog({ finding, onClose }: EffectDialogProps) {
  const { t } = useTranslation();
  const draft = useDraft(`effect:${finding.id}:${finding.version}`, { text: finding.effect ?? '' });
  const operation = useOperation(WriteEffect);
  const submit = async () => {
    const text = draft.value.text.trim() || null;
    if (!(await operation.run({ input: { findingId: finding.id, version: finding.version, text } }))) return;
    draft.clear();
    toast(t('effect.saved'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('effect.title', { number: finding.seq })}
      verb={t('ui.save')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      draft={draft}
      fields={['text']}
    >
      <TextArea
        label={t('fields.effect')}
        hint={t('effect.hint')}
        value={draft.value.text}
        onChange={(text) => draft.put('text', text)}
        limit={LIMITS.text}
        rows={6}
        error={operation.fields.text}
      />
    </VerbDialog>
  );
}
