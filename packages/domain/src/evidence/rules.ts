import { isObject, onlyKeys, refuse, whole } from '../rounds/read-values.ts';
import {
  ACTION_KINDS,
  EVIDENCE_KINDS,
  type ActionKind,
  type EvidenceAcceptance,
  type EvidenceKind,
} from '../vocabulary.ts';

/** What proves an action of one kind: so many pieces of one of these kinds. */
export interface EvidenceRule {
  /** Kinds that count; none named: every kind counts. */
  kinds: readonly EvidenceKind[];
  /** Pieces asked for; 0: actions of this kind need no evidence. */
  pieces: number;
}
export type EvidenceRules = Readonly<Record<ActionKind, EvidenceRule>>;

const ANY: EvidenceRule = { kinds: [], pieces: 1 };
const one = (...kinds: EvidenceKind[]): EvidenceRule => ({ kinds, pieces: 1 });
const forEveryKind = (rule: EvidenceRule): EvidenceRules =>
  Object.fromEntries(ACTION_KINDS.map((kind) => [kind, rule])) as Record<ActionKind, EvidenceRule>;

/** Any one piece proves an action, whatever it is. */
export const DEFAULT_EVIDENCE_RULES: EvidenceRules = forEveryKind(ANY);

/** 按类别: each kind of action by the paper it leaves; offered to a round, in force only where it is chosen. */
export const EVIDENCE_RULES_BY_KIND: EvidenceRules = {
  RULES: one('DOCUMENT'),
  MEETING: one('MEETING'),
  TALK: one('TALK'),
  TRAINING: one('MEETING', 'TRAINING'),
  SITE_VISIT: one('SITE_VISIT'),
  CHECK: one('INSPECTION', 'LATERAL_REVIEW', 'SELF_CRITICISM', 'ORDERED_CHECK'),
  MONEY: one('REFUND'),
  OTHER: ANY,
};

const MOST_PIECES = 20;

function readRule(value: unknown, base: EvidenceRule, kind: ActionKind): EvidenceRule {
  if (value === undefined) return base;
  if (!isObject(value)) return refuse('evidence', `the evidence rule of ${kind} must be an object`);
  onlyKeys(value, ['kinds', 'pieces'], 'evidence');
  const kinds = value['kinds'] ?? base.kinds;
  if (!Array.isArray(kinds) || !kinds.every((one) => EVIDENCE_KINDS.includes(one as EvidenceKind)))
    return refuse('evidence', `the kinds of evidence of ${kind} are some of ${EVIDENCE_KINDS.join(', ')}`);
  return {
    kinds: EVIDENCE_KINDS.filter((one) => kinds.includes(one)),
    pieces: whole(value['pieces'], base.pieces, 'evidence', 0, MOST_PIECES),
  };
}

/** Reads stored rules over a base; refuses kinds and numbers that it does not know. */
export function readEvidenceRules(value: unknown, base: EvidenceRules): EvidenceRules {
  if (value === undefined) return base;
  if (!isObject(value)) return refuse('evidence', 'evidence must be an object of rules by kind of action');
  onlyKeys(value, ACTION_KINDS, 'evidence');
  return Object.fromEntries(ACTION_KINDS.map((kind) => [kind, readRule(value[kind], base[kind], kind)])) as Record<
    ActionKind,
    EvidenceRule
  >;
}

/** A piece of evidence as the rules see it. */
export interface PieceCounted {
  kind: EvidenceKind;
  acceptance: EvidenceAcceptance;
}

/** What a rule still asks of an action: pieces that lack, rejected ones never counted, with `ACCEPTED` only accepted ones. */
export function piecesLacking(
  action: { kind: ActionKind; pieces: readonly PieceCounted[] },
  rules: EvidenceRules,
  counting: 'PRESENT' | 'ACCEPTED',
): number {
  const rule = rules[action.kind];
  const counted = action.pieces.filter(
    ({ kind, acceptance }) =>
      (rule.kinds.length === 0 || rule.kinds.includes(kind)) &&
      (counting === 'ACCEPTED' ? acceptance === 'ACCEPTED' : acceptance !== 'REJECTED'),
  );
  return Math.max(0, rule.pieces - counted.length);
}
