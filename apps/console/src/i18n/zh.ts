import { sums } from './zh/sums.ts';
import { signing } from './zh/signing.ts';
import { piece } from './zh/piece.ts';
import { finding } from './zh/finding.ts';
import { action } from './zh/action.ts';
import { errors } from './zh/errors.ts';
import { fields } from './zh/fields.ts';
import { format } from './zh/format.ts';
import { imports } from './zh/imports.ts';
import { ledger } from './zh/ledger.ts';
import { moneyLedger } from './zh/money-ledger.ts';
import { refusals } from './zh/refusals.ts';
import { report } from './zh/report.ts';
import { shell } from './zh/shell.ts';
import { signIn } from './zh/sign-in.ts';
import { statistics } from './zh/statistics.ts';
import { ui } from './zh/ui.ts';
import { vocabulary } from './zh/vocabulary.ts';

/** Every word of the console in one language; a feature adds its own file and one line here. */
export const zh = { sums, signing, piece, finding, action, moneyLedger, statistics, errors, fields, format, imports, ledger, refusals, report, shell, signIn, ui, vocabulary };
