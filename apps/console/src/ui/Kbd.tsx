import css from './Kbd.module.css';

/** A key, as printed on the keyboard. Decoration: what the key does is said elsewhere. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={css.keys} aria-hidden="true">
      {keys.split(' ').map((key) => (
        <kbd key={key} className={css.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
