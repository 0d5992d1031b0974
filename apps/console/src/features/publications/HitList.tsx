import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { AskHitDialog, UnmaskHitDialog } from './HitDialogs.tsx';
import { mayNow, seen, type HitData, type PublicationData } from './publication-fragment.ts';
import css from './publications.module.css';

const DecideHit = graphql(`
  mutation DecideHit($input: DecideHitInput!) {
    decideHit(input: $input) {
      publication {
        id
        ...PublicationPage_publication
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const AROUND = 14;

/** Hits of one passage with one subject are one row. */
const rowsOf = (hits: readonly HitData[]): HitData[] => [
  ...new Map(hits.map((hit) => [`${hit.key} ${hit.kind} ${hit.subject}`, hit])).values(),
];

/** 个人信息: every place that the scanner found, those without a decision first, with what would stand there. */
export function HitList({ publication }: { publication: PublicationData }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<{ hit: HitData; how: 'ask' | 'leave' } | null>(null);
  const mask = useOperation(DecideHit);
  const rows = [...rowsOf(publication.hits)].sort((a, b) => Number(b.undecided) - Number(a.undecided));
  if (rows.length === 0) return <EmptyState title={t('publication.noHits')}>{t('publication.noHitsText')}</EmptyState>;
  const close = () => setAsking(null);
  return (
    <>
      <p className={css.note}>{t('publication.hitsText')}</p>
      <OperationErrors operation={mask} fields={[]} />
      <Table caption={t('publication.view.hits')} cards>
        <thead>
          <tr>
            <Th>{t('publication.hit.what')}</Th>
            <Th>{t('publication.hit.where')}</Th>
            <Th>{t('publication.hit.masked')}</Th>
            <Th>{t('publication.hit.standing')}</Th>
            <Th>{t('publication.hit.decide')}</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((hit) => (
            <tr key={`${hit.key} ${hit.kind} ${hit.subject}`}>
              <Td label={t('publication.hit.what')}>
                <b>{hit.text}</b> <span className={css.quiet}>{t(`vocabulary.hitKind.${hit.kind}`)}</span>
              </Td>
              <Td label={t('publication.hit.where')}>{around(publication, hit)}</Td>
              <Td label={t('publication.hit.masked')}>{hit.replacement ?? (hit.suggestions[0] || '—')}</Td>
              <Td label={t('publication.hit.standing')}>
                <HitStanding hit={hit} />
              </Td>
              <Td label={t('publication.hit.decide')}>
                <HitVerbs
                  publication={publication}
                  hit={hit}
                  busy={mask.busy}
                  onMask={(replacement) =>
                    void mask.run({
                      input: { ...seen(publication), key: hit.key, kind: hit.kind, subject: hit.subject, replacement },
                    })
                  }
                  onAsk={(how) => setAsking({ hit, how })}
                />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {asking?.how === 'ask' && <AskHitDialog publication={publication} hit={asking.hit} onClose={close} />}
      {asking?.how === 'leave' && <UnmaskHitDialog publication={publication} hit={asking.hit} onClose={close} />}
    </>
  );
}

/** The words before and after, so that a person can tell what it is. */
function around(publication: PublicationData, { key, start, end, text }: HitData): string {
  const passage = publication.passages.find((one) => one.key === key);
  const words = passage?.decision === 'REPLACE' ? (passage.replacement ?? '') : (passage?.internal ?? '');
  const [before, after] = [words.slice(Math.max(0, start - AROUND), start), words.slice(end, end + AROUND)];
  return `${start > AROUND ? '…' : ''}${before}${text}${after}${end + AROUND < words.length ? '…' : ''}`;
}

function HitStanding({ hit }: { hit: HitData }) {
  const { t } = useTranslation();
  if (hit.decision === null) return <State tone="warn">{t('publication.hit.open')}</State>;
  return (
    <>
      <State tone={hit.undecided ? 'warn' : 'ok'}>{t(`vocabulary.hitDecision.${hit.decision}`)}</State>
      <span className={css.quiet}>
        {hit.decidedByName}
        {hit.reason && ` · ${hit.reason}`}
      </span>
    </>
  );
}

type HitVerbsProps = {
  publication: PublicationData;
  hit: HitData;
  busy: boolean;
  onMask: (replacement?: string) => void;
  onAsk: (how: 'ask' | 'leave') => void;
};

/** Masking is one press, with the post where the directory knows one; leaving is asked for by the clerk and done by the secretary. */
function HitVerbs({ publication, hit, busy, onMask, onAsk }: HitVerbsProps) {
  const { t } = useTranslation();
  const [, post] = hit.suggestions;
  const leaves = mayNow(publication, 'unmaskHit');
  if (!mayNow(publication, 'decideHit')) return <>—</>;
  return (
    <span className={css.verbs}>
      {hit.decision !== 'MASKED' && (
        <Button busy={busy} onClick={() => onMask()}>
          {t('publication.hit.mask')}
        </Button>
      )}
      {post && hit.replacement !== post && (
        <Button look="quiet" busy={busy} onClick={() => onMask(post)}>
          {t('publication.hit.post')}
        </Button>
      )}
      {hit.decision !== 'LEFT' && (
        <Button look="quiet" onClick={() => onAsk(leaves ? 'leave' : 'ask')}>
          {t(leaves ? 'publication.hit.leave' : 'publication.hit.ask')}
        </Button>
      )}
    </span>
  );
}
