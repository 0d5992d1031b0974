import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime, fileSize } from '../../format.ts';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import css from './Piece.module.css';
import { PieceRowsFragment, rowsOf, says } from './piece-rows.ts';

const PieceVersionsFragment = graphql(`
  fragment PieceVersions_piece on Evidence {
    id
    title
    versions {
      number
      since
      until
      byName
    }
    ...PieceRows_piece
  }
`);

const PieceThenDocument = graphql(`
  query PieceThen($id: ID!, $at: DateTime!) @asOf(at: $at) {
    evidencePiece(id: $id) {
      id
      title
      acceptance
      attachments {
        id
        fileName
        size
        sha256
      }
      ...PieceRows_piece
    }
  }
`);

type Piece = FragmentType<typeof PieceVersionsFragment>;

/** Earlier versions of a piece, newest first; each can be opened, and says where it differs from what stands now. */
export function PieceVersions({ piece: masked }: { piece: Piece }) {
  const { t } = useTranslation();
  const piece = readFragment(PieceVersionsFragment, masked);
  const [open, setOpen] = useState<number | null>(null);
  const earlier = piece.versions.filter((version) => version.until !== null);
  if (earlier.length === 0) return null;
  return (
    <Disclosure label={t('piece.versions.title', { count: earlier.length })}>
      <ol className={css.links}>
        {earlier.map((version) => (
          <li key={version.number}>
            <p className={css.file}>
              <Button
                look="quiet"
                aria-expanded={open === version.number}
                onClick={() => setOpen(open === version.number ? null : version.number)}
              >
                {t('piece.versions.number', { number: version.number })}
              </Button>
              <span className={css.quiet}>{[dateTime(version.since), version.byName].filter(Boolean).join(' · ')}</span>
            </p>
            {open === version.number && <PieceThen piece={masked} at={version.until as string} />}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}

/** The piece just before a moment; rows that read otherwise today are marked. Never cached: the same id stands for today's piece there. */
function PieceThen({ piece: masked, at }: { piece: Piece; at: string }) {
  const { t } = useTranslation();
  const now = readFragment(PieceVersionsFragment, masked);
  const { data, error, refetch } = useQuery(PieceThenDocument, {
    variables: { id: now.id, at },
    fetchPolicy: 'no-cache',
  });
  if (error) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton />;
  const then = data.evidencePiece;
  if (!then) return <p>{t('piece.absent')}</p>;
  const today = rowsOf(t, readFragment(PieceRowsFragment, now)).map(([label, value]) => `${label} ${value ?? ''}`);
  const rows = rowsOf(t, readFragment(PieceRowsFragment, then));
  const differs = (label: string, value: unknown): boolean => !today.includes(`${label} ${value ?? ''}`);
  return (
    <dl className={css.facts}>
      {[[t('piece.field.title'), then.title, then.title !== now.title] as const]
        .concat(rows.filter(says).map(([label, value]) => [label, String(value), differs(label, value)] as const))
        .map(([label, value, other], index) => (
          <div key={`${label} ${index}`}>
            <dt>{label}</dt>
            <dd>
              {value} {other && <span className={css.other}>{t('piece.versions.differs')}</span>}
            </dd>
          </div>
        ))}
      {then.attachments.map((file) => (
        <div key={file.id}>
          <dt>{t('piece.files')}</dt>
          <dd title={`SHA-256 ${file.sha256}`}>
            {file.fileName} <span className={css.quiet}>{fileSize(file.size)}</span>
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('piece.versions.review')}</dt>
        <dd>{t(`vocabulary.evidenceAcceptance.${then.acceptance}`)}</dd>
      </div>
    </dl>
  );
}
