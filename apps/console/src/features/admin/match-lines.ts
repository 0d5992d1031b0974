export type ListedBody = { id: string; name: string; shortName: string };

export type WrongLine = { row: number; words: string; why: 'unknown' | 'twice' };

/** The bodies that the lines of a pasted list name, by full or short name; each other line with its number and what is wrong. */
export function matchLines(text: string, bodies: readonly ListedBody[]): { ids: string[]; wrong: WrongLine[] } {
  const ids: string[] = [];
  const wrong: WrongLine[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    const cells = line.split(/[\t,，]/).map((cell) => cell.normalize('NFKC').trim());
    const words = cells.filter(Boolean).join(' ');
    if (words === '') return;
    const body = bodies.find(({ name, shortName }) =>
      cells.some((cell) => cell === name.normalize('NFKC') || cell === shortName.normalize('NFKC')),
    );
    if (body === undefined) wrong.push({ row: index + 1, words, why: 'unknown' });
    else if (ids.includes(body.id)) wrong.push({ row: index + 1, words, why: 'twice' });
    else ids.push(body.id);
  });
  return { ids, wrong };
}
