import { expect, it } from 'vitest';
import { isBatchable, nextAfter, oldestFirst, type InboxItem } from './inbox-rows.ts';

type Given = { seq: number; reachedAt: string; kind?: string; opened?: boolean; sign?: object };

const item = ({ seq, reachedAt, kind = 'SECRETARY', opened = true, sign = { allowed: true } }: Given) =>
  ({
    id: `fnd_${seq}`,
    seq,
    transitions: [{ verb: 'sign', to: 'CLOSED', allowed: false, reason: null, missing: [], ...sign }],
    pendingSubmission: {
      id: `sub_${seq}`,
      openedByMe: opened,
      submittedAt: reachedAt,
      currentStep: { id: 's', kind, reachedAt },
    },
  }) as unknown as InboxItem;

const A = item({ seq: 5, reachedAt: '2026-03-04T02:00:00Z' });
const B = item({ seq: 2, reachedAt: '2026-03-02T02:00:00Z' });
const C = item({ seq: 9, reachedAt: '2026-03-04T02:00:00Z' });

it('puts what waits longest first', () => {
  expect(oldestFirst([C, A, B])).toEqual([B, A, C]);
});

it('goes on to the one below, from the last to the first that is left, and stops when nothing is left', () => {
  expect(nextAfter([B, A, C], A.id)).toBe(C.id);
  expect(nextAfter([B, A, C], C.id)).toBe(B.id);
  expect(nextAfter([B], B.id)).toBeUndefined();
});

it.each<[string, Partial<Given>, boolean]>([
  ['opened and allowed', {}, true],
  ['not opened', { opened: false }, false],
  ['waits for a meeting', { kind: 'RESOLUTION' }, false],
  ['only evidence to accept', { sign: { reason: 'MISSING', missing: [{ code: 'EVIDENCE_ACCEPTED' }] } }, true],
  ['money outstanding', { sign: { reason: 'MISSING', missing: [{ code: 'MONEY_OUTSTANDING' }] } }, false],
])('may be chosen for a batch: %s', (_case, given, expected) => {
  expect(isBatchable(item({ seq: 1, reachedAt: '2026-03-04T02:00:00Z', ...given }))).toBe(expected);
});
