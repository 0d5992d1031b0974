import { sums } from './en/sums.ts';
import { signing } from './en/signing.ts';
import { piece } from './en/piece.ts';
import { finding } from './en/finding.ts';
import { action } from './en/action.ts';
import { errors } from './en/errors.ts';
import { fields } from './en/fields.ts';
import { format } from './en/format.ts';
import { imports } from './en/imports.ts';
import { ledger } from './en/ledger.ts';
import { moneyLedger } from './en/money-ledger.ts';
import { refusals } from './en/refusals.ts';
import { report } from './en/report.ts';
import { shell } from './en/shell.ts';
import { signIn } from './en/sign-in.ts';
import { statistics } from './en/statistics.ts';
import { ui } from './en/ui.ts';
import { vocabulary } from './en/vocabulary.ts';

/** Every word of the console in one language; a feature adds its own file and one line here. */
export const en = { sums, signing, piece, finding, action, moneyLedger, statistics, errors, fields, format, imports, ledger, refusals, report, shell, signIn, ui, vocabulary };
