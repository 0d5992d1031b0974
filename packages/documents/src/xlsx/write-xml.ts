/** First line of every part. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Excel holds at most 32,767 characters in a cell and calls a file with more damaged. */
const MAX_CELL_CHARACTERS = 32_767;

/**
 * Text for element content. What XML cannot hold (control characters, CR, lone surrogates) is written as `_x000D_`, and
 * a literal `_x0041_` is protected from being read as such an escape: every text comes back exactly as it was, except
 * lone surrogates (replaced) and what exceeds a cell (cut, ending in …).
 */
export function escapeText(text: string): string {
  const fitting = text.length <= MAX_CELL_CHARACTERS ? text : `${text.slice(0, MAX_CELL_CHARACTERS - 2)}…`;
  return fitting
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (character) => {
      return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
    })
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

/** Text for an attribute value in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;');
}
