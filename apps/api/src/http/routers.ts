import type { Router } from 'express';
import { fileRouter } from '../files/file.router.ts';
import type { Services } from '../server.ts';

/** The HTTP routes beside GraphQL, one router per slice. */
export const routers: readonly ((services: Services) => Router)[] = [fileRouter];
