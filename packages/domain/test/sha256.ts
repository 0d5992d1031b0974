import { createHash } from 'node:crypto';

/** What the API gives to the draw. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
