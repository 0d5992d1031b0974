import type { Router } from 'express';
import { fileRouter } from '../files/file.router.ts';
import { importRouter } from '../modules/imports/import.router.ts';
import { jobRouter } from '../modules/jobs/job.router.ts';
import { exportRouter } from '../modules/reports/export.router.ts';
import { sessionRouter } from '../modules/access/session.router.ts';
import { setupRouter } from '../modules/access/setup.router.ts';
import { directoryRouter } from '../modules/people/directory.router.ts';
import { auditRouter } from '../modules/audit/audit.router.ts';
import { calendarRouter } from '../modules/calendar/calendar.router.ts';
import { templateRouter } from '../modules/templates/template.router.ts';
import { publicRouter } from '../modules/disclosure/public.router.ts';
import type { Services } from '../server.ts';

/** The HTTP routes beside GraphQL, one router per slice. */
export const routers: readonly ((services: Services) => Router)[] = [
  sessionRouter,
  setupRouter,
  directoryRouter,
  fileRouter,
  importRouter,
  exportRouter,
  jobRouter,
  auditRouter,
  calendarRouter,
  templateRouter,
  publicRouter,
];
