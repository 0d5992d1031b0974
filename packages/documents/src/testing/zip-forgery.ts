const DIRECTORY_RECORD = 0x02014b50;

/** A copy of a zip whose directory claims another unpacked size for one entry. */
export function declareSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const copy = zip.slice();
  const view = new DataView(copy.buffer);
  for (let at = view.getUint32(copy.byteLength - 6, true); view.getUint32(at, true) === DIRECTORY_RECORD;) {
    const length = view.getUint16(at + 28, true);
    if (Buffer.from(copy.subarray(at + 46, at + 46 + length)).toString() === name) view.setUint32(at + 24, size, true);
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return copy;
}
