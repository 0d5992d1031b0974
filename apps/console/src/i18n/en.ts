import { errors } from './en/errors.ts';
import { fields } from './en/fields.ts';
import { format } from './en/format.ts';
import { refusals } from './en/refusals.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { ui } from './en/ui.ts';
import { vocabulary } from './en/vocabulary.ts';

/** Every word of the console in one language; a feature adds its own file and one line here. */
export const en = { errors, fields, format, refusals, shell, signIn, ui, vocabulary };
