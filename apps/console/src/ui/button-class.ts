import css from './Button.module.css';

/** The look of a button for what must be a link: another page, a file to download. A plain one has no class of its own. */
export const buttonClass = (look: 'plain' | 'ink' | 'quiet' = 'plain'): string =>
  [css.button, css[look]].filter(Boolean).join(' ');
