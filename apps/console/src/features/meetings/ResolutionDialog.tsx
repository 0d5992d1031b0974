import { useApolloClient } from '@apollo/client/react';
import { LIMITS } from '@closeout/domain/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { today } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorPanel } from '../../ui/ErrorPanel.tsx';
import { FilesField } from '../evidence/FilesField.tsx';
import { useFiles } from '../evidence/use-files.ts';
import { itemFields, itemRefusals } from '../inbox/item-refusals.ts';
import { Settled } from '../inbox/Settled.tsx';
import { PhraseArea } from '../signoff/PhraseArea.tsx';
import css from './Meetings.module.css';
import type { Meeting } from './MeetingTable.tsx';
import { isResolvable, ResolutionItem, type ResolutionFinding } from './ResolutionItem.tsx';

const RecordResolution = graphql(`
  mutation RecordResolution($input: RecordResolutionInput!) {
    recordResolution(input: $input) {
      findings {
        id
        ...Settled_finding
        ...ResolutionItem_finding
      }
      resolution {
        id
        decidedOn
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type ResolutionDialogProps = {
  meetings: readonly Meeting[];
  /** At the step that a meeting can sign. */
  findings: readonly ResolutionFinding[];
  /** The meeting, or the finding, from which this was opened. */
  from: string;
  mayAttach: boolean;
  onClose: () => void;
};

type Done = { date: string; ids: string[] };

/** 登记集体审议: one meeting's resolution signs several findings, all or none; then they are shown with their seals. */
export function ResolutionDialog(props: ResolutionDialogProps) {
  const { t } = useTranslation();
  const [done, setDone] = useState<Done | null>(null);
  const close = <Button onClick={props.onClose}>{t('ui.close')}</Button>;
  if (done) {
    return (
      <Dialog title={t('meetings.done')} open onClose={props.onClose} actions={close} shape="wide">
        <Settled ids={done.ids} title={t('meetings.doneText', { count: done.ids.length, date: done.date })} />
      </Dialog>
    );
  }
  if (props.findings.length === 0) {
    return (
      <Dialog title={t('meetings.resolveTitle')} open onClose={props.onClose} actions={close}>
        <EmptyState title={t('meetings.noFindings')}>{t('meetings.noFindingsText')}</EmptyState>
      </Dialog>
    );
  }
  return <ResolutionForm {...props} onDone={setDone} />;
}

function ResolutionForm({
  meetings,
  findings,
  from,
  mayAttach,
  onClose,
  onDone,
}: ResolutionDialogProps & { onDone: (done: Done) => void }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const held = meetings.filter((each) => each.date.on && each.date.on <= today());
  const [meetingId, setMeetingId] = useState(held.find((each) => each.id === from)?.id ?? null);
  const [ticked, setTicked] = useState<readonly string[]>(
    findings.filter((each) => each.id === from && isResolvable(each)).map((each) => each.id),
  );
  const draft = useDraft('resolution', { text: '' });
  const files = useFiles();
  const operation = useOperation(RecordResolution);
  const meeting = held.find((each) => each.id === meetingId);
  const items = findings.filter((each) => ticked.includes(each.id) && isResolvable(each));
  const refusals = itemRefusals(t, operation.errors);
  const bare = meeting !== undefined && meeting.attachments.length === 0;
  const attached = files.storedIds.length > 0;
  const off = () => {
    if (!meeting) return t('meetings.meetingFirst');
    if (bare && files.items.length === 0) return mayAttach ? t('meetings.scanFirst') : t('meetings.noScanOther');
    if (items.length === 0) return t('meetings.tickFirst');
    return draft.value.text.trim() === '' ? t('meetings.textFirst') : null;
  };
  const submit = async () => {
    if (!meeting) return;
    if (bare && !attached && !(await files.sendAll({ evidenceId: meeting.id }, 'SCAN'))) return;
    const text = draft.value.text.trim();
    const listed = items.map((each) => ({ findingId: each.id, version: each.version }));
    const answer = await operation.run({ input: { meetingId: meeting.id, items: listed, text } });
    if (answer) {
      draft.clear();
      onDone({ date: answer.resolution?.decidedOn ?? '', ids: items.map((each) => each.id) });
    }
    if (answer || bare) await client.refetchQueries({ include: ['MeetingsPage'] });
  };
  const all = findings.filter(isResolvable).map((each) => each.id);
  return (
    <VerbDialog
      title={t('meetings.resolveTitle')}
      verb={items.length > 0 ? t('meetings.verb', { count: items.length }) : t('meetings.resolve')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['text', 'meetingId', ...itemFields(items.length)]}
      draft={draft}
      shape="wide"
      off={off()}
    >
      <ComboField
        label={t('meetings.meeting')}
        hint={t('meetings.meetingHint')}
        value={meetingId}
        onChange={setMeetingId}
        options={options(held, t('meetings.withoutFile'))}
        error={operation.fields.meetingId}
      />
      {bare && mayAttach && <FilesField label={t('meetings.minutes')} hint={t('meetings.noScan')} files={files} />}
      {refusals.size > 0 && <ErrorPanel title={t('errors.refused')}>{t('meetings.refused')}</ErrorPanel>}
      <fieldset>
        <legend className="visually-hidden">{t('meetings.findings')}</legend>
        <div className={css.legend}>
          <span>
            {t('meetings.findings')} <span className={css.quiet}>{t('meetings.findingsHint')}</span>
          </span>
          {all.length > 1 && (
            <Button look="quiet" onClick={() => setTicked(all)}>
              {t('meetings.tickAll')}
            </Button>
          )}
        </div>
        <ul className={css.list}>
          {findings.map((finding) => (
            <ResolutionItem
              key={finding.id}
              finding={finding}
              ticked={items.includes(finding)}
              refusal={refusals.get(items.indexOf(finding))}
              onTick={(on) => {
                operation.reset();
                setTicked(on ? [...ticked, finding.id] : ticked.filter((id) => id !== finding.id));
              }}
            />
          ))}
        </ul>
      </fieldset>
      <PhraseArea
        label={t('meetings.text')}
        value={draft.value.text}
        onChange={(text) => draft.put('text', text)}
        phrases={t('meetings.phrase').split('|')}
        limit={LIMITS.text}
        error={operation.fields.text}
      />
    </VerbDialog>
  );
}

const options = (held: readonly Meeting[], withoutFile: string) =>
  [...held]
    .sort((a, b) => (b.date.on ?? '').localeCompare(a.date.on ?? ''))
    .map((each) => ({
      id: each.id,
      label: `${each.date.on} ${each.title}`,
      ...(each.attachments.length === 0 ? { detail: withoutFile } : {}),
    }));
