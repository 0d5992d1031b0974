import { useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { ActionRow_ActionFragment, ActionRow_FindingFragment, ActionState } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { State, type Tone } from '../../ui/State.tsx';
import { AddEvidenceButton } from '../evidence/AddEvidenceButton.tsx';
import { PieceTag } from '../evidence/PieceTag.tsx';
import { evidenceWords } from '../rounds/reason-words.ts';
import { EditActionDialog } from './ActionDialog.tsx';
import { DropActionDialog } from './DropActionDialog.tsx';
import { ProgressForm } from './ProgressForm.tsx';
import { ordinalWords } from '../findings/ordinal.ts';
import css from './ActionList.module.css';

const ActionRowFragment = graphql(`
  fragment ActionRow_action on Action {
    id
    ordinal
    text
    state
    progress
    doneOn
    dropReason
    dueOn
    dueText
    kind
    needsEvidence
    evidenceAsked {
      kinds
      pieces
    }
    reportedBySource
    department {
      id
      name
    }
    handler {
      id
      name
    }
    updates {
      id
      at
      byName
      text
      state
      onBehalfOf
      onBehalfSource
    }
    evidence(first: 100) {
      edges {
        node {
          id
          ...PieceTag_piece
        }
      }
    }
    ...ProgressForm_action
    ...EditActionDialog_action
    ...DropActionDialog_action
    ...AddEvidence_action
  }
`);

const ActionRowFindingFragment = graphql(`
  fragment ActionRow_finding on Finding {
    viewerCan
    leadDepartment {
      id
    }
    handler {
      id
    }
    ...ProgressForm_finding
    ...AddEvidence_finding
    ...ActionDialog_finding
  }
`);

const TONES: Record<ActionState, Tone> = { PLANNED: 'calm', IN_PROGRESS: 'plain', DONE: 'ok', DROPPED: 'calm' };

type ActionRowProps = {
  action: FragmentType<typeof ActionRowFragment>;
  finding: FragmentType<typeof ActionRowFindingFragment>;
};

/** One action: pressing the row opens what can be done with it, the progress form first. */
export function ActionRow({ action: masked, finding: maskedFinding }: ActionRowProps) {
  const { t } = useTranslation();
  const action = readFragment(ActionRowFragment, masked);
  const finding = readFragment(ActionRowFindingFragment, maskedFinding);
  const [open, setOpen] = useState(false);
  const noKeys = () => undefined;
  const toggle = (event: MouseEvent) => {
    const onControl = (event.target as HTMLElement).closest('a,button,input,textarea');
    if (!onControl && !window.getSelection()?.toString()) setOpen((old) => !old);
  };
  const pieces = action.evidence.edges.map((edge) => edge.node);
  return (
    <li id={`action-${action.ordinal}`} tabIndex={-1} className={css.row}>
      {/* A press anywhere on the line is a shortcut for the pointer; the ordinal is the button for keyboard and screen reader. */}
      <div className={`${css.line} ${css.pressable}`} onClick={toggle} onKeyDown={noKeys} role="presentation">
        <span className={css.ordinal}>
          <button
            type="button"
            className={css.ordinalButton}
            aria-expanded={open}
            aria-label={t('action.open', { ordinal: action.ordinal })}
            onClick={() => setOpen(!open)}
          >
            {ordinalWords(t, action.ordinal)}
          </button>
        </span>
        <div>
          <p>{action.text}</p>
          {action.progress && <p className={css.progress}>{action.progress}</p>}
          <ActionNotes action={action} finding={finding} />
        </div>
        <div className={css.tags}>
          {pieces.map((piece) => (
            <PieceTag key={piece.id} piece={piece} />
          ))}
          {pieces.length === 0 && (
            <span className={css.quiet}>{t(action.needsEvidence ? 'action.noEvidence' : 'action.needsNone')}</span>
          )}
        </div>
        <div>
          <State tone={TONES[action.state]}>{t(`vocabulary.actionState.${action.state}`)}</State>
          {action.doneOn && <p className={css.quiet}>{action.doneOn}</p>}
        </div>
      </div>
      {open && <OpenAction action={action} finding={maskedFinding} onClose={() => setOpen(false)} />}
    </li>
  );
}

type ActionNotesProps = { action: ActionRow_ActionFragment; finding: ActionRow_FindingFragment };

/** Who and until when, where it differs from the finding's own. */
function ActionNotes({ action, finding }: ActionNotesProps) {
  const { t } = useTranslation();
  const asked = action.evidenceAsked;
  const notes = [
    action.kind !== 'OTHER' && t(`vocabulary.actionKind.${action.kind}`),
    action.needsEvidence &&
      (asked.kinds.length > 0 || asked.pieces > 1) &&
      t('action.asked', { words: evidenceWords(t, asked) }),
    action.department?.id !== finding.leadDepartment?.id && action.department?.name,
    action.handler?.id !== finding.handler?.id && action.handler?.name,
    (action.dueOn || action.dueText) && t('action.due', { date: action.dueOn ?? action.dueText }),
    action.reportedBySource && t('action.bySource'),
    action.dropReason && t('action.dropped', { reason: action.dropReason }),
  ].filter(Boolean);
  return notes.length > 0 ? <p className={css.quiet}>{notes.join(' · ')}</p> : null;
}

type OpenActionProps = {
  action: ActionRow_ActionFragment;
  finding: FragmentType<typeof ActionRowFindingFragment>;
  onClose: () => void;
};

/** What opens under a row: the progress form where the viewer may report, the other verbs, what was reported before. */
function OpenAction({ action, finding: masked, onClose }: OpenActionProps) {
  const { t } = useTranslation();
  const finding = readFragment(ActionRowFindingFragment, masked);
  const [dialog, setDialog] = useState<'edit' | 'drop' | null>(null);
  const may = (verb: (typeof finding.viewerCan)[number]) => finding.viewerCan.includes(verb);
  const live = action.state !== 'DROPPED';
  const nothing = !['updateProgress', 'addEvidence', 'editAction', 'dropAction'].some((verb) =>
    (finding.viewerCan as readonly string[]).includes(verb),
  );
  return (
    <div className={css.open}>
      {may('updateProgress') && live && <ProgressForm action={action} finding={finding} onDone={onClose} />}
      <div className={css.verbs}>
        {may('addEvidence') && live && <AddEvidenceButton action={action} finding={finding} />}
        {may('editAction') && (
          <Button onClick={() => setDialog('edit')}>{t('vocabulary.findingVerb.editAction')}</Button>
        )}
        {may('dropAction') && live && (
          <Button onClick={() => setDialog('drop')}>{t('vocabulary.findingVerb.dropAction')}</Button>
        )}
      </div>
      {nothing && action.updates.length === 0 && <p className={css.quiet}>{t('action.nothing')}</p>}
      {action.updates.length > 0 && (
        <Disclosure label={t('action.updates', { count: action.updates.length })} open={nothing}>
          <ul className={css.updates}>
            {action.updates.map((each) => (
              <li key={each.id}>
                <span className={css.quiet}>
                  {dateTime(each.at)} {each.byName} · {t(`vocabulary.actionState.${each.state}`)}
                  {each.onBehalfOf &&
                    ` · ${t('action.onBehalf', { name: each.onBehalfOf, source: each.onBehalfSource })}`}
                </span>{' '}
                {each.text}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {dialog === 'edit' && <EditActionDialog action={action} finding={finding} onClose={() => setDialog(null)} />}
      {dialog === 'drop' && <DropActionDialog action={action} onClose={() => setDialog(null)} />}
    </div>
  );
}
