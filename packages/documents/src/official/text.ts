import { TextRun, type IRunOptions } from 'docx';
import { clean } from './plain-words.ts';

/** One font for every script, so that digits and Latin letters stand in it too. */
export const font = (name: string): IRunOptions['font'] => ({ ascii: name, hAnsi: name, eastAsia: name, cs: name });

/** Words as they are: text alone, never a field, a link or a code of the document. */
export const words = (text: string, more: Omit<IRunOptions, 'text' | 'children'> = {}): TextRun =>
  new TextRun({ ...more, text: clean(text) });
