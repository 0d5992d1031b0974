import type { Router } from 'express';
import type { Services } from '../server.ts';

/** The HTTP routes beside GraphQL, one router per slice. */
export const routers: readonly ((services: Services) => Router)[] = [];
