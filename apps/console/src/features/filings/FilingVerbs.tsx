import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilingPage_FilingFragment, FilingVerb } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { FilingVerbDialog } from './FilingVerbDialog.tsx';
import { PrepareFilingDialog } from './PrepareFilingDialog.tsx';
import { ReviewFilingDialog } from './ReviewFilingDialog.tsx';

/** What the server lets the viewer do with the filing now; the step that moves it on stands last. */
const ORDER: readonly FilingVerb[] = [
  'prepareFiling',
  'declineFiling',
  'fileFiling',
  'reviewFiling',
  'returnFiling',
  'receiveFiling',
  'acceptFiling',
];

export function FilingVerbs({ filing }: { filing: FilingPage_FilingFragment }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<FilingVerb | null>(null);
  const { standing, inspection } = filing;
  const verbs = ORDER.filter((verb) => standing.viewerCan.includes(verb));
  const close = () => setOpen(null);
  return (
    <>
      {verbs.map((verb, index) => (
        <Button key={verb} look={index === verbs.length - 1 ? 'ink' : undefined} onClick={() => setOpen(verb)}>
          {verb === 'prepareFiling' ? t('filing.prepareAgain') : t(`vocabulary.filingVerb.${verb}`)}
        </Button>
      ))}
      {open === 'prepareFiling' && inspection && (
        <PrepareFilingDialog inspectionId={inspection.id} filing={standing} onClose={close} />
      )}
      {open === 'reviewFiling' && <ReviewFilingDialog filing={filing} onClose={close} />}
      {open !== null && open !== 'prepareFiling' && open !== 'reviewFiling' && (
        <FilingVerbDialog verb={open} filing={filing} onClose={close} />
      )}
    </>
  );
}
