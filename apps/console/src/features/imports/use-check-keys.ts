import { useTranslation } from 'react-i18next';
import { useShortcuts, type Shortcut } from '../../ui/shortcuts.ts';

type CheckKeys = { seq: number; count: number; go: (seq: number) => void; confirm: (() => void) | null };

/** A button or link that has the focus answers Enter itself. */
function pressFocused(): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !focused.matches('button, a[href], summary, [role=button]')) return false;
  focused.click();
  return true;
}

/** ↑ ↓ (K J) through the findings, Enter for 核对无误; none of it while text is typed or an IME composes. */
export function useCheckKeys({ seq, count, go, confirm }: CheckKeys): void {
  const { t } = useTranslation();
  const next = () => seq < count && go(seq + 1);
  const previous = () => seq > 1 && go(seq - 1);
  const shortcuts: Shortcut[] = [
    { key: 'ArrowDown', label: t('imports.check.next'), run: next },
    { key: 'ArrowUp', label: t('imports.check.previous'), run: previous },
    { key: 'j', label: t('imports.check.next'), run: next },
    { key: 'k', label: t('imports.check.previous'), run: previous },
  ];
  if (confirm) shortcuts.push({ key: 'Enter', label: t('imports.check.ok'), run: () => pressFocused() || confirm() });
  useShortcuts(shortcuts);
}
