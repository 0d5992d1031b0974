/** A place where words can be cut: `at` counts from the start of `text`. */
export type CutPlace = { at: number; head: string; tail: string };

/** Every place behind a full stop, semicolon, comma or line break that leaves words on both sides. */
export function cutPlaces(text: string): CutPlace[] {
  const places: CutPlace[] = [];
  for (const match of text.matchAll(/[。；;，,\n]+[”’"）)]?/gu)) {
    const at = match.index + match[0].length;
    const [head, tail] = [text.slice(0, at).trim(), text.slice(at).trim()];
    if (head !== '' && tail !== '') places.push({ at, head, tail });
  }
  return places;
}
