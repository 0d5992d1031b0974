import { useTranslation } from 'react-i18next';
import { ReasonDialog } from '../../forms/ReasonDialog.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql } from '../../gql/index.ts';
import { seen, type HitData, type PublicationData } from './publication-fragment.ts';

const AskHit = graphql(`
  mutation AskHit($input: DecideHitInput!) {
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
const UnmaskHit = graphql(`
  mutation UnmaskHit($input: UnmaskHitInput!) {
    unmaskHit(input: $input) {
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

type Props = { publication: PublicationData; hit: HitData; onClose: () => void };

const inputOf = (publication: PublicationData, { key, kind, subject }: HitData) => ({
  ...seen(publication),
  key,
  kind,
  subject,
});

/** The clerk asks the secretary to leave it as it is. */
export function AskHitDialog({ publication, hit, onClose }: Props) {
  const { t } = useTranslation();
  const operation = useOperation(AskHit);
  return (
    <ReasonDialog
      about={`hit:ask:${publication.id}:${hit.key}:${hit.subject}`}
      title={t('publication.askTitle', { words: hit.text })}
      verb={t('publication.hit.ask')}
      label={t('publication.reason')}
      hint={t('publication.askHint')}
      reasonFirst={t('publication.reasonFirst')}
      done={t('publication.done.ask')}
      operation={operation}
      run={(reason) => operation.run({ input: { ...inputOf(publication, hit), ask: true, reason } })}
      onClose={onClose}
    />
  );
}

/** The secretary leaves it as it is: it will be public, and the reason stands in the audit trail. */
export function UnmaskHitDialog({ publication, hit, onClose }: Props) {
  const { t } = useTranslation();
  const operation = useOperation(UnmaskHit);
  return (
    <ReasonDialog
      about={`hit:leave:${publication.id}:${hit.key}:${hit.subject}`}
      title={t('publication.leaveTitle', { words: hit.text })}
      verb={t('publication.hit.leave')}
      label={t('publication.reason')}
      hint={t('publication.leaveHint')}
      reasonFirst={t('publication.reasonFirst')}
      done={t('publication.done.unmaskHit')}
      operation={operation}
      run={(reason) => operation.run({ input: { ...inputOf(publication, hit), reason } })}
      onClose={onClose}
    >
      {hit.reason && <p>{t('publication.asked', { name: hit.decidedByName, reason: hit.reason })}</p>}
    </ReasonDialog>
  );
}
