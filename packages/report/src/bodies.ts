import { BODY_ENDINGS } from './lexicon.ts';
import { anyOf } from './text.ts';

const BODY = new RegExp(`^[^,。:;“”]{1,20}(?:${anyOf(BODY_ENDINGS)})$`, 'u');

/** True for words that are nothing but the name of a body: 松口村党支部. */
export const isBodyName = (text: string): boolean => BODY.test(text);
