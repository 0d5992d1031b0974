import { errors } from './zh/errors.ts';
import { fields } from './zh/fields.ts';
import { format } from './zh/format.ts';
import { refusals } from './zh/refusals.ts';
import { shell } from './zh/shell.ts';
import { signIn } from './zh/sign-in.ts';
import { ui } from './zh/ui.ts';
import { vocabulary } from './zh/vocabulary.ts';

/** Every word of the console in one language; a feature adds its own file and one line here. */
export const zh = { errors, fields, format, refusals, shell, signIn, ui, vocabulary };
