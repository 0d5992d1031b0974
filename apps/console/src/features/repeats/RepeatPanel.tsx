import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { toast } from '../../ui/toast-store.ts';
import { Panel } from '../findings/Panel.tsx';
import { RepeatDialog } from './RepeatDialog.tsx';
import css from './repeats.module.css';

const RepeatPanelFragment = graphql(`
  fragment RepeatPanel_finding on Finding {
    id
    seq
    viewerCan
    repeats {
      id
      kind
      earlierText
      notedByName
      earlier {
        id
        refNo
        title
      }
    }
  }
`);

const RemoveRepeat = graphql(`
  mutation RemoveRepeat($input: RemoveRepeatInput!) {
    removeRepeat(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 重复问题: earlier findings, of this system or of a text, that this one repeats. */
export function RepeatPanel({ finding: masked }: { finding: FragmentType<typeof RepeatPanelFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(RepeatPanelFragment, masked);
  const [noting, setNoting] = useState(false);
  const remove = useOperation(RemoveRepeat);
  const may = finding.viewerCan.includes('noteRepeat');
  if (finding.repeats.length === 0 && !may) return null;
  const takeBack = async (repeatId: string) => {
    if (await remove.run({ input: { findingId: finding.id, repeatId } })) toast(t('repeat.removed'));
  };
  return (
    <Panel
      id="repeats"
      title={t('repeat.title')}
      actions={
        may && (
          <Button look="quiet" onClick={() => setNoting(true)}>
            {t('repeat.note')}
          </Button>
        )
      }
    >
      {finding.repeats.length === 0 && <p className={css.quiet}>{t('repeat.none')}</p>}
      <ul className={css.list}>
        {finding.repeats.map((each) => (
          <li key={each.id}>
            <Tag
              onRemove={may ? () => void takeBack(each.id) : undefined}
              removeLabel={t('repeat.remove', { kind: t(`vocabulary.repeatKind.${each.kind}`) })}
            >
              {t(`vocabulary.repeatKind.${each.kind}`)}
            </Tag>{' '}
            {each.earlier ? (
              <Link to="/findings/$findingId" params={{ findingId: each.earlier.id }}>
                {each.earlier.refNo} {each.earlier.title}
              </Link>
            ) : (
              (each.earlierText ?? t('repeat.invisible'))
            )}
            <span className={css.quiet}> {each.notedByName}</span>
          </li>
        ))}
      </ul>
      <OperationErrors operation={remove} />
      {noting && <RepeatDialog id={finding.id} seq={finding.seq} onClose={() => setNoting(false)} />}
    </Panel>
  );
}
