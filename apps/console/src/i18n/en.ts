import { action } from './en/action.ts';
import { admin } from './en/admin.ts';
import { audit } from './en/audit.ts';
import { calendar } from './en/calendar.ts';
import { deputy } from './en/deputy.ts';
import { developer } from './en/developer.ts';
import { effect } from './en/effect.ts';
import { errors } from './en/errors.ts';
import { extension } from './en/extension.ts';
import { fields } from './en/fields.ts';
import { filing } from './en/filing.ts';
import { finding } from './en/finding.ts';
import { format } from './en/format.ts';
import { imports } from './en/imports.ts';
import { indicator } from './en/indicator.ts';
import { job } from './en/job.ts';
import { inbox } from './en/inbox.ts';
import { ledger } from './en/ledger.ts';
import { meetings } from './en/meetings.ts';
import { moneyLedger } from './en/money-ledger.ts';
import { notice } from './en/notice.ts';
import { piece } from './en/piece.ts';
import { handover } from './en/handover.ts';
import { home } from './en/home.ts';
import { party } from './en/party.ts';
import { outline } from './en/outline.ts';
import { recommendation } from './en/recommendation.ts';
import { step } from './en/step.ts';
import { publication } from './en/publication.ts';
import { recheck } from './en/recheck.ts';
import { refusals } from './en/refusals.ts';
import { repeat } from './en/repeat.ts';
import { report } from './en/report.ts';
import { rounds } from './en/rounds.ts';
import { shell } from './en/shell.ts';
import { sight } from './en/sight.ts';
import { signIn } from './en/sign-in.ts';
import { signing } from './en/signing.ts';
import { statistics } from './en/statistics.ts';
import { sums } from './en/sums.ts';
import { token } from './en/token.ts';
import { ui } from './en/ui.ts';
import { preview } from './en/preview.ts';
import { urging } from './en/urging.ts';
import { vocabulary } from './en/vocabulary.ts';
import { warnings } from './en/warnings.ts';

/** Every word of the console in one language; a feature adds its own file and one line here. */
export const en = {
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
