import { useRouter } from '@tanstack/react-router';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Kbd } from '../ui/Kbd.tsx';
import { useShortcuts } from '../ui/shortcuts.ts';
import css from './SearchBox.module.css';

/** Finds findings by text, document number or name: opens the ledger with the words as its filter. */
export function SearchBox() {
  const { t } = useTranslation();
  const router = useRouter();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const focus = () => input.current?.focus();
  useShortcuts([
    { key: 'mod+k', label: t('shell.shortcutHelp.search'), run: focus },
    { key: '/', label: t('shell.shortcutHelp.search'), run: focus },
  ]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') router.history.push(`/ledger?q=${encodeURIComponent(text.trim())}`);
  };
  return (
    <form role="search" className={css.search} onSubmit={submit}>
      <input
        ref={input}
        type="search"
        aria-label={t('shell.search')}
        placeholder={t('shell.search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && input.current?.blur()}
        className={css.input}
      />
      <span className={css.keys}>
        <Kbd keys="Ctrl K" />
      </span>
    </form>
  );
}
