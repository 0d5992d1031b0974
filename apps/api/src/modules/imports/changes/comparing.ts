import type { FindingNow, Reach } from './ledger-now.ts';
import type { ResolveContext } from './resolve.ts';

/** Everything that comparing asks, loaded once. */
export interface Comparing extends ResolveContext {
  reach: Reach;
  findings: ReadonlyMap<string, FindingNow>;
}
