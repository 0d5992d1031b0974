import { useId, type ButtonHTMLAttributes, type ReactNode } from 'react';
import css from './Button.module.css';

type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> & {
  children: ReactNode;
  /** `ink` is the next step of the page and the only dark button on it; `quiet` is text that can be pressed. */
  look?: 'plain' | 'ink' | 'quiet' | 'grave';
  /** Why the button cannot be pressed now. It stays focusable, and the reason is written beside it and read out. */
  off?: string | null | false;
  /** Shows the reason to screen readers and on hover only, where the page already names the blockers next to it. */
  offQuietly?: boolean;
  /** The server is being waited for: further presses do nothing. */
  busy?: boolean;
  wide?: boolean;
};

/** A button that never vanishes without a word: what blocks it is its description. */
export function Button({ look = 'plain', off, offQuietly, busy, wide, className, children, ...rest }: ButtonProps) {
  const reasonId = useId();
  const blocked = Boolean(off) || Boolean(busy);
  const classes = [css.button, css[look], off && css.off, wide && css.wide, className].filter(Boolean).join(' ');
  return (
    // the same tree with and without a reason, so that the focus stays on the button when the reason goes
    <span className={off ? css.withReason : css.alone}>
      <button
        type="button"
        {...rest}
        className={classes}
        aria-disabled={blocked || undefined}
        aria-busy={busy || undefined}
        aria-describedby={off ? reasonId : rest['aria-describedby']}
        title={off && offQuietly ? off : rest.title}
        onClick={blocked ? (event) => event.preventDefault() : rest.onClick}
      >
        {children}
        {busy && <span aria-hidden="true">…</span>}
      </button>
      {off && (
        <span id={reasonId} className={offQuietly ? 'visually-hidden' : css.reason}>
          {off}
        </span>
      )}
    </span>
  );
}
