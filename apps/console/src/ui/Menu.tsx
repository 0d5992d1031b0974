import type { ReactNode } from 'react';
import {
  Button,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import css from './Menu.module.css';

export type MenuEntry =
  | { id: string; label: string; detail?: string; onPick: () => void; checked?: boolean; off?: string }
  /** A file to save. */
  | { id: string; label: string; download: string }
  | { separator: true };

type MenuProps = {
  /** What stands on the button. */
  children: ReactNode;
  /** Its accessible name where the words alone do not say it. */
  label?: string;
  entries: readonly MenuEntry[];
  look?: 'plain' | 'bare' | 'chip';
  placement?: 'bottom start' | 'bottom end';
};

/** A button that opens a short list of verbs, switches or files. */
export function Menu({ children, label, entries, look = 'plain', placement = 'bottom end' }: MenuProps) {
  return (
    <MenuTrigger>
      <Button aria-label={label} className={[css.trigger, css[look]].join(' ')}>
        {children}
        <svg viewBox="0 0 10 6" width="9" height="6" aria-hidden="true">
          <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </Button>
      <Popover placement={placement} className={css.popover}>
        <AriaMenu className={css.menu} aria-label={label}>
          {entries.map((entry, index) => (
            <Entry key={'id' in entry ? entry.id : index} entry={entry} />
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  if ('separator' in entry) return <Separator className={css.separator} />;
  if ('download' in entry)
    return (
      <MenuItem id={entry.id} textValue={entry.label} href={entry.download} download className={css.item}>
        <span aria-hidden="true" />
        {entry.label}
      </MenuItem>
    );
  const { id, label, detail, off, checked, onPick } = entry;
  const item = (
    <MenuItem id={id} textValue={label} isDisabled={Boolean(off)} onAction={onPick} className={css.item}>
      <span className={css.tick} aria-hidden="true">
        {checked ? '✓' : ''}
      </span>
      <span>
        {label}
        {(off ?? detail) && <span className={css.detail}>{off ?? detail}</span>}
      </span>
    </MenuItem>
  );
  if (checked === undefined) return item;
  return (
    <MenuSection selectionMode="multiple" selectedKeys={checked ? [id] : []} aria-label={label}>
      {item}
    </MenuSection>
  );
}
