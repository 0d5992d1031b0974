/** What a reader of office files needs to open them safely: for @closeout/report, which reads what these let through. */
export { compoundFileNames } from './containers/compound-file.ts';
export { openZip, readZipFile } from './containers/zip.ts';
export type { ZipArchive } from './containers/zip.ts';
export { DocumentError } from './errors.ts';
export { documentMessage } from './messages.ts';
export { checkPackage } from './upload/check-package.ts';
export { isRefusal } from './upload/verdict.ts';
