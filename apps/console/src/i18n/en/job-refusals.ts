/** Why a job was refused or ended, by rule. */
export const jobRefusals = {
  jobs_state: 'This job has moved on: look at where it stands now.',
  jobs_tooMany: 'You have {{limit}} jobs waiting or running: wait for one, or cancel one.',
  jobs_format: 'This does not go out in that format: choose another one.',
  jobs_plan: 'A plan is chosen only for the export of a plan.',
  jobs_archiveDay: 'Archives and public texts are packed as they stand now, not as of a day.',
  jobs_ownerGone: 'The account that asked for this is not in use any more.',
  jobs_rightsChanged: 'Your rights have changed since this file was made, so it cannot be fetched: export it again.',
  jobs_storage: 'There is no space left on the server: ask the administrator, then try again.',
  jobs_fault:
    'An error of the server ended this job. Try again later; if it persists, tell the administrator when you asked for it.',
  jobs_interrupted: 'The server was stopped several times while this ran: try again.',
  jobs_sourceGone: 'The uploaded file is not kept any more: import it again.',
  jobs_storedFile:
    'The stored file “{{file}}” is missing or damaged, so the archive was not packed: tell the administrator.',
};
