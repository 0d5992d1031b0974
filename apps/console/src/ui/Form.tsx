import { useRef, type FormEvent, type FormHTMLAttributes, type KeyboardEvent } from 'react';
import { focusFirstError } from './Field.tsx';

type FormProps = Omit<FormHTMLAttributes<HTMLFormElement>, 'onSubmit'> & {
  /** Called once every field reads as what it should be; never while a field still shows an error of its own. */
  onSubmit: () => void | Promise<unknown>;
};

/**
 * A form that submits on Enter or Ctrl+Enter, not while a Chinese word is being composed, and that takes the reader to
 * the first refused field, whether a field or the server refused it.
 */
export function Form({ onSubmit, children, ...rest }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const active = document.activeElement;
    if (active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement) {
      active.blur(); // fields set and check their text on leaving
      active.focus();
    }
    await new Promise(requestAnimationFrame);
    if (form.current?.querySelector('[aria-invalid="true"][data-own-error]')) return focusFirstError(form.current);
    await onSubmit();
    focusFirstError(form.current);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey) form.current?.requestSubmit();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl+Enter submits, a shortcut to the form's own button
    <form noValidate {...rest} ref={form} onSubmit={submit} onKeyDown={keys}>
      {children}
    </form>
  );
}
