import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { today } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { ComboField } from '../../ui/ComboField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { FilesField } from '../evidence/FilesField.tsx';
import { useFiles } from '../evidence/use-files.ts';
import { usePeopleOptions } from '../findings/people-options.ts';
import { seen, type PublicationData } from './publication-fragment.ts';

const RecordPublicationSignature = graphql(`
  mutation RecordPublicationSignature($input: RecordPublicationSignatureInput!) {
    recordPublicationSignature(input: $input) {
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

/** The waiting step, signed on paper: the scanned sheet goes up first, then who signed and when. */
export function PaperDialog({ publication, onClose }: { publication: PublicationData; onClose: () => void }) {
  const { t } = useTranslation();
  const { persons, loading } = usePeopleOptions(publication.body.id);
  const [signerId, setSignerId] = useState<string | null>(null);
  const [signedOn, setSignedOn] = useState<string | null>(today());
  const files = useFiles();
  const operation = useOperation(RecordPublicationSignature);
  const off =
    files.items.length === 0
      ? t('signing.scanFirst')
      : signerId === null
        ? t('signing.signerFirst')
        : signedOn === null
          ? t('signing.dayFirst')
          : null;
  const submit = async () => {
    const [scan] = files.items;
    if (!scan || signerId === null || signedOn === null) return;
    const target = { publicationId: publication.id };
    const scanId = files.storedIds[0] ?? (await files.sendOne(scan.id, target, 'SIGNED_FORM'));
    if (!scanId) return;
    if (!(await operation.run({ input: { ...seen(publication), scanId, signerId, signedOn } }))) return;
    toast(t('publication.done.paper'));
    onClose();
  };
  return (
    <VerbDialog
      title={t('vocabulary.publicationVerb.recordPublicationSignature')}
      verb={t('vocabulary.publicationVerb.recordPublicationSignature')}
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      fields={['signerId', 'signedOn', 'scanId']}
      off={off}
    >
      <p>{t('publication.paperText')}</p>
      <FilesField label={t('signing.scan')} files={files} error={operation.fields.scanId} />
      <ComboField
        key={persons.length}
        loading={loading}
        label={t('signing.signer')}
        value={signerId}
        onChange={setSignerId}
        options={persons}
        error={operation.fields.signerId}
      />
      <DateField
        label={t('signing.signedOn')}
        value={signedOn}
        onChange={setSignedOn}
        error={operation.fields.signedOn}
      />
    </VerbDialog>
  );
}
