import { action } from './zh/action.ts';
import { admin } from './zh/admin.ts';
import { audit } from './zh/audit.ts';
import { developer } from './zh/developer.ts';
import { errors } from './zh/errors.ts';
import { fields } from './zh/fields.ts';
import { finding } from './zh/finding.ts';
import { format } from './zh/format.ts';
import { imports } from './zh/imports.ts';
import { inbox } from './zh/inbox.ts';
import { ledger } from './zh/ledger.ts';
import { meetings } from './zh/meetings.ts';
import { moneyLedger } from './zh/money-ledger.ts';
import { piece } from './zh/piece.ts';
import { home } from './zh/home.ts';
import { outline } from './zh/outline.ts';
import { refusals } from './zh/refusals.ts';
import { report } from './zh/report.ts';
import { shell } from './zh/shell.ts';
import { signIn } from './zh/sign-in.ts';
import { signing } from './zh/signing.ts';
import { statistics } from './zh/statistics.ts';
import { sums } from './zh/sums.ts';
import { ui } from './zh/ui.ts';
import { vocabulary } from './zh/vocabulary.ts';
import { warnings } from './zh/warnings.ts';

/** Every word of the console in one language; a feature adds its own file and one line here. */
export const zh = {
  outline,
  home,
  action,
  admin,
  audit,
  developer,
  errors,
  fields,
  finding,
  format,
  imports,
  inbox,
  ledger,
  meetings,
  moneyLedger,
  piece,
  refusals,
  report,
  shell,
  signIn,
  signing,
  statistics,
  sums,
  ui,
  vocabulary,
  warnings,
};
