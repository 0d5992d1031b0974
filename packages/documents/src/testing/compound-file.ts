const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;

/** A minimal OLE2 compound file whose directory holds the given names (the streams are empty). */
export function compoundFile(names: readonly string[]): Uint8Array {
  const directorySectors = Math.max(1, Math.ceil(names.length / 4));
  const bytes = new Uint8Array(SECTOR * (2 + directorySectors));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(24, 0x3e, true);
  view.setUint16(26, 3, true);
  view.setUint16(28, 0xfffe, true);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(56, 4096, true);
  view.setUint32(60, END_OF_CHAIN, true);
  view.setUint32(68, END_OF_CHAIN, true);
  for (let at = 76; at < 512; at += 4) view.setUint32(at, at === 76 ? 0 : FREE, true);
  for (let i = 0; i < SECTOR / 4; i++) view.setUint32(SECTOR + i * 4, FREE, true);
  view.setUint32(SECTOR, 0xfffffffd, true);
  for (let i = 1; i <= directorySectors; i++)
    view.setUint32(SECTOR + i * 4, i === directorySectors ? END_OF_CHAIN : i + 1, true);
  names.forEach((name, i) => {
    const at = SECTOR * 2 + i * 128;
    [...name].forEach((letter, k) => view.setUint16(at + k * 2, letter.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
    view.setUint8(at + 66, i === 0 ? 5 : 2);
  });
  return bytes;
}
