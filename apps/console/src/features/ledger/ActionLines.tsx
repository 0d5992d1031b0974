import { useTranslation } from 'react-i18next';
import { chineseOrdinal } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { State, type Tone } from '../../ui/State.tsx';
import type { ColumnNames } from './LedgerHead.tsx';
import css from './LedgerTable.module.css';

export const ActionLinesFragment = graphql(`
  fragment ActionLines_finding on Finding {
    id
    actions(first: 50) {
      edges {
        node {
          id
          ordinal
          text
          state
          dueOn @include(if: $tasks)
          dueText @include(if: $tasks)
          evidenceCount @include(if: $tasks)
          department @include(if: $tasks) {
            id
            name
          }
          handler @include(if: $tasks) {
            id
            name
          }
        }
      }
    }
  }
`);

const LEADING_DATE = /^(\d{4}年)?\d{1,2}月(\d{1,2}日)?[,，、]?\s*/;

/** The first clause without its date: what was done, as a ledger's narrow column has it. The whole text is in 任务清单. */
export function brief(text: string): string {
  const [clause = text] = text.replace(LEADING_DATE, '').split(/[,，。;；:：]/);
  return clause.length >= 4 ? clause : text.slice(0, 24);
}

type ActionLinesProps = { finding: FragmentType<typeof ActionLinesFragment> };

/** 一 → `一`, in English `1`: how actions are counted on paper. */
export function useOrdinal() {
  const { i18n } = useTranslation();
  return (n: number) => (i18n.language === 'zh' ? chineseOrdinal(n) : String(n));
}

/** The actions under their finding, run together as on a printed ledger; two lines on screen, all of it on paper. */
export function ActionLines({ finding: masked }: ActionLinesProps) {
  const { t } = useTranslation();
  const ordinal = useOrdinal();
  const actions = readFragment(ActionLinesFragment, masked).actions.edges.map((edge) => edge.node);
  if (actions.length === 0) return <span className={css.actions}>{t('ledger.noActions')}</span>;
  return (
    <span className={css.actions}>
      {actions.map((action, index) => (
        <span key={action.id} className={css.action}>
          {index > 0 && <span aria-hidden="true"> · </span>}
          <span className={css.ordinal}>{ordinal(action.ordinal)}</span> {brief(action.text)}
        </span>
      ))}
    </span>
  );
}

const TONE: Record<string, Tone> = { DONE: 'ok', IN_PROGRESS: 'plain', PLANNED: 'calm', DROPPED: 'calm' };

/** 任务清单: every action a line of its own, with who does it, until when, and how far it is. */
export function ActionRows({ finding: masked, names }: ActionLinesProps & { names: ColumnNames }) {
  const { t } = useTranslation();
  const ordinal = useOrdinal();
  const actions = readFragment(ActionLinesFragment, masked).actions.edges.map((edge) => edge.node);
  const none = <span className={css.none}>—</span>;
  return actions.map((action) => (
    <div key={action.id} role="row" className={`${css.row} ${css.tasks} ${css.sub}`}>
      <span role="cell" className={css.right}>
        {ordinal(action.ordinal)}
      </span>
      <span role="cell" className={css.title}>
        {action.text}
      </span>
      <span role="cell" data-label={names.department}>
        {action.department?.name ?? none}
      </span>
      <span role="cell" data-label={names.handler}>
        {action.handler?.name ?? none}
      </span>
      <span role="cell" data-label={names.due}>
        {action.dueOn ?? action.dueText ?? none}
      </span>
      <span role="cell" data-label={names.state} className={css.state}>
        <State tone={TONE[action.state] ?? 'plain'}>{t(`vocabulary.actionState.${action.state}`)}</State>
      </span>
      <span role="cell" data-label={names.evidence} className={css.right}>
        {action.evidenceCount}
      </span>
    </div>
  ));
}
