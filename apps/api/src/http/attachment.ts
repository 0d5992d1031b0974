/** Everything but letters and digits escaped, as RFC 5987 asks. */
const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** Headers of a file that the browser saves: its name in UTF-8, with a plain one for those who do not know that; kept in no cache. */
export function attachment(file: { fileName: string; mediaType: string; size: number }): Record<string, string> {
  const suffix = file.fileName.slice(file.fileName.lastIndexOf('.'));
  return {
    'Content-Type': file.mediaType,
    'Content-Length': String(file.size),
    'Content-Disposition': `attachment; filename="export${suffix}"; filename*=UTF-8''${escaped(file.fileName)}`,
    'Cache-Control': 'private, no-store',
  };
}
