import { action } from './zh/action.ts';
import { admin } from './zh/admin.ts';
import { audit } from './zh/audit.ts';
import { calendar } from './zh/calendar.ts';
import { deputy } from './zh/deputy.ts';
import { developer } from './zh/developer.ts';
import { effect } from './zh/effect.ts';
import { errors } from './zh/errors.ts';
import { extension } from './zh/extension.ts';
import { fields } from './zh/fields.ts';
import { filing } from './zh/filing.ts';
import { finding } from './zh/finding.ts';
import { format } from './zh/format.ts';
import { imports } from './zh/imports.ts';
import { indicator } from './zh/indicator.ts';
import { job } from './zh/job.ts';
import { inbox } from './zh/inbox.ts';
import { ledger } from './zh/ledger.ts';
import { meetings } from './zh/meetings.ts';
import { moneyLedger } from './zh/money-ledger.ts';
import { notice } from './zh/notice.ts';
import { piece } from './zh/piece.ts';
import { handover } from './zh/handover.ts';
import { home } from './zh/home.ts';
import { party } from './zh/party.ts';
import { outline } from './zh/outline.ts';
import { recommendation } from './zh/recommendation.ts';
import { step } from './zh/step.ts';
import { publication } from './zh/publication.ts';
import { recheck } from './zh/recheck.ts';
import { refusals } from './zh/refusals.ts';
import { repeat } from './zh/repeat.ts';
import { report } from './zh/report.ts';
import { rounds } from './zh/rounds.ts';
import { shell } from './zh/shell.ts';
import { sight } from './zh/sight.ts';
import { signIn } from './zh/sign-in.ts';
import { signing } from './zh/signing.ts';
import { statistics } from './zh/statistics.ts';
import { sums } from './zh/sums.ts';
import { token } from './zh/token.ts';
import { ui } from './zh/ui.ts';
import { preview } from './zh/preview.ts';
import { urging } from './zh/urging.ts';
import { vocabulary } from './zh/vocabulary.ts';
import { warnings } from './zh/warnings.ts';

/** Every word of the console in one language; a feature adds its own file and one line here. */
export const zh = {
  outline,
  handover,
  home,
  action,
  admin,
  audit,
  calendar,
  deputy,
  developer,
  effect,
  errors,
  extension,
  fields,
  filing,
  finding,
  format,
  imports,
  inbox,
  job,
  indicator,
  ledger,
  meetings,
  moneyLedger,
  party,
  notice,
  piece,
  publication,
  recheck,
  recommendation,
  refusals,
  repeat,
  report,
  rounds,
  shell,
  sight,
  signIn,
  signing,
  statistics,
  step,
  sums,
  token,
  ui,
  preview,
  urging,
  vocabulary,
  warnings,
};
