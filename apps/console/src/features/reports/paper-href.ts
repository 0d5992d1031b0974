/** Where an official document is made, below /export: an own template makes .docx alone, PDF keeps the built-in layout. */
export const paperHref = (paper: string, format: 'docx' | 'pdf', query: string): string =>
  `/export/${paper}.${format}?${query}${format === 'pdf' ? '&layout=builtin' : ''}`;

/** The name of a document out of the words of its link. */
export const nameOf = (label: string): string => label.replace(/\s*\(\.docx\)$/, '');
