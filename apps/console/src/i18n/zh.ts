import { errors } from './zh/errors.ts';
import { format } from './zh/format.ts';
import { shell } from './zh/shell.ts';
import { signIn } from './zh/sign-in.ts';
import { ui } from './zh/ui.ts';

/** Every word of the console in one language; a feature adds its own file and one line here. */
export const zh = { errors, format, shell, signIn, ui };
