import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import css from './Dialog.module.css';

type DialogProps = {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
  /** The buttons, the next step last. */
  actions?: ReactNode;
  /** `drawer` opens beside the page, for a row next to its list. */
  shape?: 'dialog' | 'wide' | 'drawer';
  /** A decision that must be made: a click outside does not close. Escape still does. */
  mustDecide?: boolean;
};

/** A modal: holds the focus, closes with Escape, gives the focus back to where it came from. */
export function Dialog({ title, open, onClose, children, actions, shape = 'dialog', mustDecide }: DialogProps) {
  const { t } = useTranslation();
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable={!mustDecide}
      className={shape === 'drawer' ? `${css.veil} ${css.veilSide}` : css.veil}
    >
      <Modal className={[css.sheet, css[shape]].join(' ')}>
        <AriaDialog role={mustDecide ? 'alertdialog' : 'dialog'} className={css.body}>
          <header className={css.head}>
            <Heading slot="title" level={2} className={css.title}>
              {title}
            </Heading>
            <button type="button" className={css.close} onClick={onClose} aria-label={t('ui.close')}>
              <span aria-hidden="true">×</span>
            </button>
          </header>
          <div className={css.content}>{children}</div>
          {actions && <footer className={css.actions}>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The same, opened at the side: the list stays in sight. */
export function Drawer(props: Omit<DialogProps, 'shape'>) {
  return <Dialog {...props} shape="drawer" />;
}
