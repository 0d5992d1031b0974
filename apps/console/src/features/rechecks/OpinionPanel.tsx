import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { OpinionKind } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { State } from '../../ui/State.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { toast } from '../../ui/toast-store.ts';
import { Panel } from '../findings/Panel.tsx';
import css from './rechecks.module.css';

const OpinionPanelFragment = graphql(`
  fragment OpinionPanel_finding on Finding {
    id
    seq
    viewerCan
    opinions {
      id
      kind
      text
      cycle
      byName
      byPost
      at
    }
  }
`);

const GiveOpinion = graphql(`
  mutation GiveOpinion($input: GiveOpinionInput!) {
    giveOpinion(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 监督意见: what the discipline group says beside the chain, newest first; it stops nothing, and everybody who reads the finding reads it. */
export function OpinionPanel({ finding: masked }: { finding: FragmentType<typeof OpinionPanelFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(OpinionPanelFragment, masked);
  const [giving, setGiving] = useState(false);
  const may = finding.viewerCan.includes('giveOpinion');
  if (finding.opinions.length === 0 && !may) return null;
  return (
    <Panel
      id="opinions"
      title={t('recheck.opinions')}
      actions={
        may && (
          <Button look="quiet" onClick={() => setGiving(true)}>
            {t('recheck.give')}
          </Button>
        )
      }
    >
      {finding.opinions.length === 0 && <p className={css.quiet}>{t('recheck.noOpinions')}</p>}
      {finding.opinions.map((each) => (
        <figure key={each.id} className={css.opinion}>
          <p>
            <State tone={each.kind === 'OBJECTION' ? 'late' : 'ok'}>{t(`vocabulary.opinionKind.${each.kind}`)}</State>
          </p>
          {each.text && <blockquote className={css.words}>{each.text}</blockquote>}
          <figcaption className={css.quiet}>
            {[each.byName, each.byPost, dateTime(each.at)].filter(Boolean).join(' · ')}
          </figcaption>
        </figure>
      ))}
      {giving && <OpinionDialog id={finding.id} seq={finding.seq} onClose={() => setGiving(false)} />}
    </Panel>
  );
}

function OpinionDialog({ id, seq, onClose }: { id: string; seq: number; onClose: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft(`opinion:${id}`, { kind: null as OpinionKind | null, text: '' });
  const operation = useOperation(GiveOpinion);
  const { kind, text } = draft.value;
  const submit = async () => {
    if (kind === null) return;
    if (!(await operation.run({ input: { findingId: id, kind, text: text.trim() || null } }))) return;
    draft.clear();
    toast(t('recheck.done.opinion'));
    onClose();
  };
  const objects = kind === 'OBJECTION';
  return (
    <VerbDialog
      title={t('recheck.giveTitle', { number: seq })}
      verb={t('recheck.give')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['kind', 'text']}
      draft={draft}
      off={kind === null || (objects && text.trim() === '') ? t('recheck.giveFirst') : null}
    >
      <ChoiceField
        label={t('recheck.opinion')}
        value={kind}
        onChange={(value) => draft.put('kind', value)}
        options={(['NO_OBJECTION', 'OBJECTION'] as const).map((value) => ({
          value,
          label: t(`vocabulary.opinionKind.${value}`),
        }))}
      />
      <TextArea
        label={t('recheck.opinionWords')}
        hint={t('recheck.opinionHint')}
        optional={!objects}
        value={text}
        onChange={(words) => draft.put('text', words)}
        limit={LIMITS.reason}
        error={operation.fields.text}
      />
    </VerbDialog>
  );
}
