import { immediate } from './findings-immediate.ts';
import { party1 } from './findings-party-1.ts';
import { party2 } from './findings-party-2.ts';
import { party3 } from './findings-party-3.ts';
import { service1 } from './findings-service-1.ts';
import { service2 } from './findings-service-2.ts';
import { tizong } from './findings-tizong.ts';
import { yuanlin } from './findings-yuanlin.ts';
import type { BodyKey, DemoFinding } from './types.ts';

/** Every finding of the demo, by body, in the order of its number. */
export const findings: Record<BodyKey, DemoFinding[]> = {
  qiaoqing: [...immediate, ...service1, ...service2, ...party1, ...party2, ...party3],
  yuanlin,
  tizong,
};
