import { DocumentError } from '../errors.ts';

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const END_OF_CHAIN = 0xfffffffe;
const MAX_DIRECTORY_ENTRIES = 20_000;

/** Whether these bytes begin like an OLE2 compound file (.doc .xls .ppt .wps .et .dps, and encrypted .docx/.xlsx). */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return MAGIC.every((value, i) => bytes[i] === value);
}

/**
 * The names of all streams and storages of an OLE2 compound file, e.g. `WordDocument`, `Workbook`, `EncryptedPackage`.
 * Only the directory is walked; chains are bounded, so a looping file ends as FILE_DAMAGED.
 */
export function compoundFileNames(bytes: Uint8Array): Set<string> {
  if (!isCompoundFile(bytes) || bytes.byteLength < 512) throw new DocumentError('FILE_DAMAGED');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw new DocumentError('FILE_DAMAGED');
  const sectorSize = 1 << shift;
  const fatSectors = listFatSectors(view, sectorSize);
  const names = new Set<string>();
  let sector = view.getUint32(48, true);
  for (let visited = 0; sector !== END_OF_CHAIN; visited++) {
    const at = sectorOffset(view, sector, sectorSize);
    if (visited * (sectorSize / 128) > MAX_DIRECTORY_ENTRIES) throw new DocumentError('FILE_DAMAGED');
    for (let entry = at; entry < at + sectorSize; entry += 128) {
      const name = directoryName(view, entry);
      if (name !== null) names.add(name);
    }
    sector = nextSector(view, fatSectors, sector, sectorSize);
  }
  return names;
}

function sectorOffset(view: DataView, sector: number, sectorSize: number): number {
  const at = (sector + 1) * sectorSize;
  if (at + sectorSize > view.byteLength) throw new DocumentError('FILE_DAMAGED');
  return at;
}

function nextSector(view: DataView, fatSectors: number[], sector: number, sectorSize: number): number {
  const perSector = sectorSize / 4;
  const fatSector = fatSectors[Math.floor(sector / perSector)];
  if (fatSector === undefined) throw new DocumentError('FILE_DAMAGED');
  return view.getUint32(sectorOffset(view, fatSector, sectorSize) + (sector % perSector) * 4, true);
}

/** The allocation table's own sectors: 109 in the header, more through the DIFAT chain in files above 7 MB. */
function listFatSectors(view: DataView, sectorSize: number): number[] {
  const sectors: number[] = [];
  const limit = Math.ceil(view.byteLength / sectorSize);
  for (let at = 76; at < 512; at += 4) {
    const sector = view.getUint32(at, true);
    if (sector < 0xfffffffa) sectors.push(sector);
  }
  let difat = view.getUint32(68, true);
  for (let visited = 0; difat < 0xfffffffa && visited <= limit; visited++) {
    const at = sectorOffset(view, difat, sectorSize);
    for (let entry = at; entry < at + sectorSize - 4; entry += 4) {
      const sector = view.getUint32(entry, true);
      if (sector < 0xfffffffa) sectors.push(sector);
    }
    difat = view.getUint32(at + sectorSize - 4, true);
  }
  return sectors;
}

function directoryName(view: DataView, at: number): string | null {
  const type = view.getUint8(at + 66);
  const length = view.getUint16(at + 64, true);
  if (type === 0 || length < 2 || length > 64) return null;
  let name = '';
  for (let i = 0; i < length - 2; i += 2) name += String.fromCharCode(view.getUint16(at + i, true));
  return name;
}
