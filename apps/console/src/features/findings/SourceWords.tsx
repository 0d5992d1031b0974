import { useQuery } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Drawer } from '../../ui/Dialog.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { cutBySpans, type Span } from './cut-by-spans.ts';
import css from './SourceWords.module.css';

const SourceWordsFragment = graphql(`
  fragment SourceWords_finding on Finding {
    description
    import {
      id
      fileName
    }
    actions(first: 100) {
      edges {
        node {
          id
          span
          evidence(first: 100) {
            edges {
              node {
                id
                span
              }
            }
          }
        }
      }
    }
  }
`);

const SourceTextDocument = graphql(`
  query FindingSourceText($id: ID!) {
    import(id: $id) {
      id
      sourceText
    }
  }
`);

/** The source's own words, one click away, with what became this finding marked. */
export function SourceWords({ finding: masked }: { finding: FragmentType<typeof SourceWordsFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(SourceWordsFragment, masked);
  const [open, setOpen] = useState(false);
  if (!finding.import) return null;
  const spans: Span[] = finding.actions.edges.flatMap(({ node }) => [
    ...asSpan(node.span, 'action'),
    ...node.evidence.edges.flatMap((edge) => asSpan(edge.node.span, 'evidence')),
  ]);
  return (
    <>
      <Button look="quiet" className={`${css.open} no-print`} onClick={() => setOpen(true)}>
        {t('finding.source.open')}
      </Button>
      <Drawer
        title={t('finding.source.title', { file: finding.import.fileName })}
        open={open}
        onClose={() => setOpen(false)}
      >
        {open && <SourceText importId={finding.import.id} description={finding.description} spans={spans} />}
      </Drawer>
    </>
  );
}

const asSpan = (span: readonly number[] | null | undefined, kind: Span['kind']): Span[] =>
  span && span.length === 2 ? [{ from: span[0]!, to: span[1]!, kind }] : [];

function SourceText(props: { importId: string; description: string; spans: readonly Span[] }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(SourceTextDocument, { variables: { id: props.importId } });
  const first = useRef<HTMLElement>(null);
  const text = data?.import?.sourceText;
  useEffect(() => first.current?.scrollIntoView({ block: 'center' }), [text]);
  if (error) return <FaultPanel error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={10} />;
  if (!text) return <p>{t('finding.source.withheld')}</p>;
  const at = text.indexOf(props.description);
  const spans: Span[] = [...props.spans];
  if (at >= 0) spans.push({ from: at, to: at + props.description.length, kind: 'finding' });
  const pieces = cutBySpans(text, spans);
  const firstMarked = pieces.findIndex((piece) => piece.kind !== null);
  return (
    <>
      <p className={css.key}>
        <mark className={css.finding}>{t('finding.source.finding')}</mark>{' '}
        <mark className={css.action}>{t('finding.source.action')}</mark>{' '}
        <mark className={css.evidence}>{t('finding.source.evidence')}</mark>
      </p>
      <p className={css.text}>
        {pieces.map((piece, index) =>
          piece.kind === null ? (
            <span key={index}>{piece.text}</span>
          ) : (
            <mark key={index} ref={index === firstMarked ? first : undefined} className={css[piece.kind]}>
              {piece.text}
            </mark>
          ),
        )}
      </p>
    </>
  );
}
