import type { Api } from './api.ts';

/** A stranger's browser without JavaScript, at the form of one item. */
export function strangerAt(api: Api, slug: string, item: number) {
  const url = `${api.url}/public/${slug}/${item}`;
  const open = async (): Promise<string> => (await fetch(url)).text();
  const ticketIn = (page: string): string => /name="ticket" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const send = (fields: Record<string, string>): Promise<Response> =>
    fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  return { url, open, ticketIn, send };
}
