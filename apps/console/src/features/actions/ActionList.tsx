import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { DropFiles } from '../evidence/DropFiles.tsx';
import { PartHead } from '../findings/Panel.tsx';
import { AddActionDialog } from './ActionDialog.tsx';
import { ActionRow } from './ActionRow.tsx';
import css from './ActionList.module.css';

const ActionListFragment = graphql(`
  fragment ActionList_finding on Finding {
    id
    seq
    version
    viewerCan
    actionCount
    settledActionCount
    actions(first: 100) {
      edges {
        node {
          id
          ordinal
          ...ActionRow_action
        }
      }
    }
    ...ActionRow_finding
    ...AddActionDialog_finding
    ...DropFiles_finding
  }
`);

/** 整改措施与佐证: the actions as on paper, each with its evidence beside it and its verbs under it. */
export function ActionList({ finding: masked }: { finding: FragmentType<typeof ActionListFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(ActionListFragment, masked);
  const [adding, setAdding] = useState(false);
  const may = finding.viewerCan.includes('addAction');
  const actions = finding.actions.edges.map((edge) => edge.node);
  return (
    <section id="actions" tabIndex={-1} className={css.section} aria-label={t('action.title')}>
      <PartHead
        title={t('action.title')}
        note={
          finding.actionCount > 0
            ? t('action.settled', { settled: finding.settledActionCount, count: finding.actionCount })
            : null
        }
        actions={
          may && (
            <Button look="quiet" onClick={() => setAdding(true)}>
              {t('vocabulary.findingVerb.addAction')}
            </Button>
          )
        }
      />
      {actions.length === 0 ? (
        <p className={css.empty}>{t(may ? 'action.emptyMay' : 'action.empty')}</p>
      ) : (
        <ol className={css.list}>
          {actions.map((action) => (
            <ActionRow key={action.id} action={action} finding={finding} />
          ))}
        </ol>
      )}
      <DropFiles finding={finding} />
      {adding && <AddActionDialog finding={finding} onClose={() => setAdding(false)} />}
    </section>
  );
}
