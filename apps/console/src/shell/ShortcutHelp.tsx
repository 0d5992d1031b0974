import { useTranslation } from 'react-i18next';
import { Dialog } from '../ui/Dialog.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { useRegisteredShortcuts, useShortcuts } from '../ui/shortcuts.ts';
import { closeShortcutHelp, openShortcutHelp, useShortcutHelpOpen } from './shortcut-help-store.ts';
import css from './ShortcutHelp.module.css';

const shown = (key: string) =>
  key
    .replace('mod+', 'Ctrl ')
    .replace(/\b[a-z]$/, (letter) => letter.toUpperCase())
    .replace('Arrow', '');

/** `?` lists what the keys do on this very page. */
export function ShortcutHelp() {
  const { t } = useTranslation();
  const open = useShortcutHelpOpen();
  const shortcuts = useRegisteredShortcuts();
  useShortcuts([{ key: '?', label: t('shell.shortcutHelp.help'), run: openShortcutHelp }]);
  return (
    <Dialog title={t('shell.shortcutHelp.title')} open={open} onClose={closeShortcutHelp}>
      <dl className={css.list}>
        {shortcuts.map((shortcut) => (
          <div key={`${shortcut.key} ${shortcut.label}`} className={css.row}>
            <dt>
              <Kbd keys={shown(shortcut.key)} />
              <span className="visually-hidden">{shown(shortcut.key)}</span>
            </dt>
            <dd>{shortcut.label}</dd>
          </div>
        ))}
      </dl>
      <p className={css.hint}>{t('shell.shortcutHelp.hint')}</p>
    </Dialog>
  );
}
