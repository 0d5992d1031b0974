import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@closeout/domain/limits';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { FilesField } from './FilesField.tsx';
import { OnBehalfFields, useOnBehalf } from './OnBehalf.tsx';
import { AddFileEvidence } from './piece-mutations.ts';
import { useFiles } from './use-files.ts';
import css from './DropFiles.module.css';

const DropFilesFragment = graphql(`
  fragment DropFiles_finding on Finding {
    id
    viewerCan
    actions(first: 100) {
      edges {
        node {
          id
          ordinal
          state
          text
          evidenceCount
        }
      }
    }
    ...OnBehalf_finding
  }
`);

const NOTHING: readonly string[] = [];

/** A name without its ending is the title of the piece: 签到表.pdf proves by being 签到表. */
const titleOf = (fileName: string) => fileName.replace(/\.[^.]{1,5}$/, '').slice(0, LIMITS.title) || fileName;

/** A dozen scans at once: each becomes a piece of its own under the chosen action, numbered and named by its file. */
export function DropFiles({ finding: masked }: { finding: FragmentType<typeof DropFilesFragment> }) {
  const { t } = useTranslation();
  const client = useApolloClient();
  const finding = readFragment(DropFilesFragment, masked);
  const behalf = useOnBehalf(finding);
  const actions = finding.actions.edges.map((edge) => edge.node).filter((action) => action.state !== 'DROPPED');
  const firstBare = actions.find((action) => action.evidenceCount === 0) ?? actions[0];
  const [chosen, setChosen] = useState<string | null>(null);
  const [form, setForm] = useState(behalf.empty);
  const [pieces] = useState(() => new Map<string, string>());
  const [busy, setBusy] = useState(false);
  const files = useFiles();
  const operation = useOperation(AddFileEvidence, NOTHING);
  const actionId = chosen ?? firstBare?.id ?? null;
  const waiting = files.items.filter((item) => item.state === 'waiting' || item.state === 'refused');
  if (!finding.viewerCan.includes('addEvidence') || actions.length === 0) return null;

  const pieceFor = async (id: string, name: string): Promise<string | null> => {
    const known = pieces.get(id);
    if (known || actionId === null) return known ?? null;
    const input = { actionIds: [actionId], title: titleOf(name), ...behalf.input(form) };
    const made = (await operation.run({ input }))?.evidence?.id ?? null;
    if (made) pieces.set(id, made);
    return made;
  };
  const send = async () => {
    setBusy(true);
    let stored = 0;
    for (const item of waiting) {
      const evidenceId = await pieceFor(item.id, item.name);
      if (!evidenceId) break;
      if ((await files.sendOne(item.id, { evidenceId }, 'FILE')) !== null) stored += 1;
    }
    await client.refetchQueries({ include: ['FindingPage'] });
    setBusy(false);
    if (stored > 0) toast(t('piece.done.many', { count: stored }));
    if (stored === waiting.length) files.items.forEach((item) => files.remove(item.id));
  };
  return (
    <div className={`${css.drop} no-print`}>
      <FilesField label={t('piece.dropMany')} files={files} optional />
      {waiting.length > 0 && (
        <div className={css.form}>
          <SelectField
            label={t('piece.under')}
            emptyLabel={t('piece.choose')}
            value={actionId}
            onChange={setChosen}
            options={actions.map((action) => ({
              value: action.id,
              label: `${action.ordinal} ${action.text.slice(0, 30)}`,
            }))}
          />
          <OnBehalfFields
            behalf={behalf}
            value={form}
            onChange={(part) => setForm((old) => ({ ...old, ...part }))}
            errors={operation.fields}
          />
          <OperationErrors operation={operation} fields={['onBehalfOf', 'onBehalfSource']} />
          <Button
            look="ink"
            busy={busy}
            off={actionId === null ? t('piece.chooseAction') : null}
            onClick={() => void send()}
          >
            {t('piece.saveMany', { count: waiting.length })}
          </Button>
        </div>
      )}
    </div>
  );
}
