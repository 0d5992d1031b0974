import { errors } from './en/errors.ts';
import { format } from './en/format.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { ui } from './en/ui.ts';

/** Every word of the console in one language; a feature adds its own file and one line here. */
export const en = { errors, format, shell, signIn, ui };
