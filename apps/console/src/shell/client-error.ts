/** A short code for a failure in the browser: the same fault gives the same code, and it holds no data. */
export function clientErrorCode(error: unknown): string {
  const text =
    error instanceof Error
      ? `${error.name}${error.message.replace(/\d+/g, '')}${error.stack?.split('\n')[1] ?? ''}`
      : 'unknown';
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619) >>> 0;
  return `C-${hash.toString(36).toUpperCase().padStart(7, '0')}`;
}

/** After an update of the server the old page asks for files that no longer exist. */
export function isOutdatedPage(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|Importing a module script failed|error loading dynamically/i.test(error.message)
  );
}
