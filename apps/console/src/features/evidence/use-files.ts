import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LIMITS } from '@closeout/domain/limits';
import { UserErrorsFields } from '../../forms/user-errors-fragment.ts';
import { refusalWords } from '../../forms/user-errors.ts';
import { graphql, readFragment } from '../../gql/index.ts';
import type { AttachmentPurpose } from '../../gql/graphql.ts';
import { uploadFile } from '../../upload.ts';
import type { FileItem } from '../../ui/FileDrop.tsx';

const RequestUpload = graphql(`
  mutation RequestUpload($input: RequestUploadInput!) {
    requestUpload(input: $input) {
      uploadPath
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** The one record a file goes to. */
export type UploadTarget =
  | { evidenceId: string }
  | { recoveryId: string }
  | { consentId: string }
  | { findingId: string }
  | { noticeReplyId: string }
  | { paperId: string }
  | { publicationId: string };
type Refusal = { reason: string };

type Sending = {
  client: ApolloClient;
  file: File;
  target: UploadTarget;
  purpose: AttachmentPurpose;
  onSent: (bytes: number) => void;
};

type Held = FileItem & { file: File; storedId?: string };

/** Adds what was chosen; a file too large for the server is refused before anything is sent. */
const held = (file: File, tooLarge: string): Held => ({
  id: `${file.name} ${file.size} ${file.lastModified} ${Math.random()}`,
  name: file.name,
  size: file.size,
  file,
  ...(file.size > LIMITS.fileBytes ? { state: 'refused', reason: tooLarge } : { state: 'waiting' }),
});

/**
 * The files of a form. They wait until their record exists, then go one after another, each by its own one-time ticket; what
 * did not arrive stays in the list with its reason and can be sent again without entering the record twice.
 */
export function useFiles() {
  const client = useApolloClient();
  const { t } = useTranslation();
  const [items, setItems] = useState<readonly Held[]>([]);
  const latest = useRef(items);
  const update = useCallback((next: (old: readonly Held[]) => readonly Held[]) => {
    latest.current = next(latest.current);
    setItems(latest.current);
  }, []);
  const patch = useCallback(
    (id: string, change: Partial<Held>) =>
      update((old) => old.map((each) => (each.id === id ? { ...each, ...change } : each))),
    [update],
  );

  const send = useCallback(
    async ({ client: via, file, target, purpose, onSent }: Sending): Promise<string | Refusal> => {
      try {
        const input = { ...target, purpose, fileName: file.name, size: file.size };
        const { data } = await via.mutate({ mutation: RequestUpload, variables: { input } });
        const answer = data?.requestUpload;
        const error = readFragment(UserErrorsFields, answer?.userErrors ?? [])[0];
        if (!answer?.uploadPath) return { reason: error ? refusalWords(t, error) : t('errors.server') };
        const outcome = await uploadFile<{ id: string }>(answer.uploadPath, file, { onProgress: onSent });
        if (outcome.kind === 'stored') return outcome.body.id;
        return { reason: outcome.kind === 'refused' ? outcome.message || t('ui.file.refused') : t('errors.network') };
      } catch {
        return { reason: t('errors.network') };
      }
    },
    [t],
  );

  /** Sends one held file; answers the id of the stored attachment, or null when it was refused or the line was lost. */
  const sendOne = useCallback(
    async (id: string, target: UploadTarget, purpose: AttachmentPurpose): Promise<string | null> => {
      const item = latest.current.find((each) => each.id === id);
      if (!item || item.size > LIMITS.fileBytes) return null;
      patch(id, { state: 'sending', sent: 0, reason: undefined });
      const onSent = (sent: number) => patch(id, { sent });
      const stored = await send({ client, file: item.file, target, purpose, onSent });
      if (typeof stored === 'string') {
        patch(id, { state: 'stored', storedId: stored });
        return stored;
      }
      patch(id, { state: 'refused', reason: stored.reason });
      return null;
    },
    [client, patch, send],
  );

  /** Sends everything not stored yet to one record; true when nothing is left over. */
  const sendAll = useCallback(
    async (target: UploadTarget, purpose: AttachmentPurpose): Promise<boolean> => {
      let complete = true;
      for (const item of latest.current.filter((each) => each.state !== 'stored')) {
        complete = (await sendOne(item.id, target, purpose)) !== null && complete;
      }
      return complete;
    },
    [sendOne],
  );

  const add = useCallback(
    (files: File[]) => update((old) => [...old, ...files.map((file) => held(file, t('piece.tooLarge')))]),
    [t, update],
  );
  const remove = useCallback((id: string) => update((old) => old.filter((each) => each.id !== id)), [update]);
  const storedIds = items.flatMap((item) => (item.storedId ? [item.storedId] : []));
  return { items, add, remove, sendOne, sendAll, storedIds };
}

export type Files = ReturnType<typeof useFiles>;
