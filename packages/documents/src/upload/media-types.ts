/**
 * The file types accepted as evidence, by suffix. Decided: office formats of Microsoft, WPS and the national OFD, PDF,
 * scans and phone photographs (HEIC is what iPhones send). Left out: GIF (nobody proves anything with it, and it is
 * the classic carrier of a second file), RTF and plain text (no container to check), archives, audio and video.
 */
export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  ofd: 'application/ofd',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  wps: 'application/vnd.ms-works',
  et: 'application/vnd.ms-excel',
  dps: 'application/vnd.ms-powerpoint',
  jpg: 'image/jpeg',
  png: 'image/png',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  heic: 'image/heic',
} as const;

/** A suffix under which a file is kept. */
export type UploadExtension = keyof typeof MEDIA_TYPES;

const ALIASES: Record<string, UploadExtension> = { jpeg: 'jpg', jpe: 'jpg', jfif: 'jpg', tiff: 'tif', heif: 'heic' };

/** The accepted type a suffix stands for; null when it is not accepted. */
export function uploadExtension(extension: string): UploadExtension | null {
  const plain = ALIASES[extension] ?? extension;
  return Object.hasOwn(MEDIA_TYPES, plain) ? (plain as UploadExtension) : null;
}

/** The list shown to the user. */
export const ALLOWED_EXTENSIONS = Object.keys(MEDIA_TYPES).join('、');

/** Old binary formats share their streams: .wps is a Word document, .et a workbook, .dps a presentation. */
export const SAME_CONTENT: Partial<Record<UploadExtension, UploadExtension>> = { wps: 'doc', et: 'xls', dps: 'ppt' };
