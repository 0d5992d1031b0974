import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { cutPlaces } from './cut-places.ts';
import css from './CutDialog.module.css';

type CutDialogProps = {
  title: string;
  /** The words to be cut. */
  text: string;
  open: boolean;
  busy: boolean;
  onClose: () => void;
  /** `at` counts in the UTF-16 units of `text`; false keeps the dialog open. */
  onCut: (at: number) => Promise<boolean>;
};

const SHOWN = 48;

/** Where a text is cut in two: every punctuation mark is a choice, so that neither mouse nor drag is needed. */
export function CutDialog({ title, text, open, busy, onClose, onCut }: CutDialogProps) {
  const { t } = useTranslation();
  const places = useMemo(() => (open ? cutPlaces(text) : []), [open, text]);
  const [at, setAt] = useState<number | null>(null);
  const cut = async () => {
    if (at !== null && (await onCut(at))) onClose();
  };
  return (
    <Dialog
      title={title}
      open={open}
      onClose={onClose}
      shape="wide"
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button look="ink" busy={busy} off={at === null ? title : null} offQuietly onClick={() => void cut()}>
            {t('imports.edit.cut')}
          </Button>
        </>
      }
    >
      {places.length === 0 && <p>{t('imports.edit.cutNone')}</p>}
      <div role="radiogroup" aria-label={title} className={css.places}>
        {places.map((place) => (
          <label key={place.at} className={css.place}>
            <input type="radio" name="cut" checked={at === place.at} onChange={() => setAt(place.at)} />
            <span>
              <span className={css.head}>{`…${place.head.slice(-12)}`}</span>
              <b aria-hidden="true" className={css.knife}>
                ┃
              </b>
              {place.tail.slice(0, SHOWN)}
              {place.tail.length > SHOWN && '…'}
            </span>
          </label>
        ))}
      </div>
    </Dialog>
  );
}
