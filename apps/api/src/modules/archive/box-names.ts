import { cleanFileName } from '@closeout/documents';

/** Long enough to be read, short enough for the paths of every system. */
const MOST_CHARACTERS = 40;

/** A title as the name of a folder: nothing of it leads anywhere, however it is written. */
export function folderName(text: string): string {
  const plain = text.replace(/[/\\\r\n\t]+/g, '_').replaceAll('.', '．');
  return cleanFileName([...plain].slice(0, MOST_CHARACTERS).join(''));
}

/**
 * Gives every file of an archive a path of its own, by the names of people: what is called alike, also by case or by how a
 * character is composed, is numbered, so that no system unpacks one over the other.
 */
export function freePaths(): (folder: string, fileName: string) => string {
  const taken = new Set<string>();
  return (folder, fileName) => {
    const name = cleanFileName(fileName);
    const dot = name.lastIndexOf('.');
    const [stem, suffix] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    for (let n = 1; ; n++) {
      const path = `${folder}/${n === 1 ? name : `${stem}(${n})${suffix}`}`;
      const key = path.normalize('NFC').toLowerCase();
      if (taken.has(key)) continue;
      taken.add(key);
      return path;
    }
  };
}
