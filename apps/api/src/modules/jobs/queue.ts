/** Where the worker keeps its queue, in the installation's own database. */
export const JOBS_SCHEMA = 'closeout_jobs';

const OFFSET_MINUTES = 8 * 60;
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** A time of day in Asia/Shanghai as a cron pattern in UTC. */
export function cronAt(time: string): string {
  const utc = (minutesOf(time) - OFFSET_MINUTES + 1440) % 1440;
  return `${utc % 60} ${Math.floor(utc / 60)} * * *`;
}

/** Whether the day's time has come. */
export const hasCome = (time: string, now: Date): boolean =>
  (Math.floor(now.getTime() / 60_000) + OFFSET_MINUTES) % 1440 >= minutesOf(time);
