import type { TokenVerb } from '@closeout/domain/vocabulary';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { Secret } from '../admin/OneTimePassword.tsx';
import { CurlSample } from './CurlSample.tsx';

type TokenMadeProps = { name: string; secret: string; verbs: readonly TokenVerb[]; onClose: () => void };

/** The only time that a secret is seen; what needs an approval is not part of the first request. */
export function TokenMade({ name, secret, verbs, onClose }: TokenMadeProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      title={t('token.secretTitle', { name })}
      open
      mustDecide
      shape="wide"
      onClose={onClose}
      actions={
        <Button look="ink" onClick={onClose}>
          {t('token.noted')}
        </Button>
      }
    >
      <Secret value={secret} />
      <MarginNote kind="check">{t('token.secretHint')}</MarginNote>
      <CurlSample secret={secret} reads={{ verbs, classes: ['STATISTICS'] }} />
    </Dialog>
  );
}
