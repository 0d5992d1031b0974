/** `n`: the finding of the import that stands open, 1-based. */
export const validateImportSearch = (search: Record<string, unknown>): { n?: number } =>
  Number.isInteger(search.n) && Number(search.n) > 0 ? { n: Number(search.n) } : {};
