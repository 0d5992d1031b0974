import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicationVerb } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { buttonClass } from '../../ui/button-class.ts';
import { ExportButton } from '../jobs/ExportButton.tsx';
import { PaperLinks } from '../reports/PaperLinks.tsx';
import { DraftButton } from './DraftButton.tsx';
import { PaperDialog } from './PaperDialog.tsx';
import type { PublicationData } from './publication-fragment.ts';
import { PublicationVerbDialog, type StepVerb } from './PublicationVerbDialog.tsx';

/** The steps in their order; the one that moves it on stands last. */
const STEPS: readonly StepVerb[] = [
  'takeDown',
  'returnPublication',
  'proposePublication',
  'reviewPublication',
  'approvePublication',
  'publish',
];

/** What the server lets the viewer do now; what it does not yet is off, with the reason beside it. */
export function PublicationVerbs({ publication }: { publication: PublicationData }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<StepVerb | 'paper' | null>(null);
  const { transitions, handouts, state, inspection, version } = publication;
  const of = (verb: PublicationVerb) => transitions.find((one) => one.verb === verb);
  const steps = STEPS.flatMap((verb) => {
    const found = of(verb);
    return found && found.reason !== 'NOT_PUBLISHED' ? [{ verb, reason: found.reason }] : [];
  });
  const query = new URLSearchParams({ inspectionId: inspection.id }).toString();
  const close = () => setOpen(null);
  return (
    <>
      {of('draftPublication')?.allowed && (
        <DraftButton
          inspectionId={inspection.id}
          version={version}
          quiet
          label={t(state === 'DRAFT' ? 'publication.refresh' : 'publication.next')}
        />
      )}
      {handouts.includes('CIRCULAR') && (
        <PaperLinks paper="circular" query={query} label={t('vocabulary.publicationHandout.CIRCULAR')} />
      )}
      {handouts.includes('BUNDLE') && (
        <a className={buttonClass()} href={`/export/public-site.zip?${query}`} download>
          {t('vocabulary.publicationHandout.BUNDLE')}
        </a>
      )}
      {handouts.includes('BUNDLE') && <ExportButton inspectionId={inspection.id} kind="PUBLICATION" />}
      {of('recordPublicationSignature')?.allowed && (
        <Button look="quiet" onClick={() => setOpen('paper')}>
          {t('vocabulary.publicationVerb.recordPublicationSignature')}
        </Button>
      )}
      {steps.map(({ verb, reason }, index) => (
        <Button
          key={verb}
          look={index === steps.length - 1 && verb !== 'takeDown' ? 'ink' : undefined}
          off={reason && t(`vocabulary.publicationReason.${reason}`)}
          onClick={() => setOpen(verb)}
        >
          {t(`vocabulary.publicationVerb.${verb}`)}
        </Button>
      ))}
      {open === 'paper' && <PaperDialog publication={publication} onClose={close} />}
      {open !== null && open !== 'paper' && (
        <PublicationVerbDialog verb={open} publication={publication} onClose={close} />
      )}
    </>
  );
}
