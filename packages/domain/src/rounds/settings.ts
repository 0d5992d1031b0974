import { DEFAULT_EXTENSION, EXTENSION_APPROVERS, type ExtensionSettings } from '../deadlines/extension.ts';
import { DEFAULT_EVIDENCE_RULES, readEvidenceRules, type EvidenceRules } from '../evidence/rules.ts';
import { DEFAULT_OFFSETS, OLD_OFFSET_KEYS, readOffset, readOffsets, type Offset, type Offsets } from './offsets.ts';
import { DEFAULT_SIGHT, type SightSettings } from '../filings/sight.ts';
import { DEFAULT_STEPS, readSteps, type StepSetting } from './steps.ts';
import { isObject, oneOf, onlyKeys, refuse, someOf, whole } from './read-values.ts';
import type { ChainSettings } from '../signoff/chain.ts';
import {
  NAMED_REVIEWERS,
  RESULTS,
  WARNING_COLOURS,
  WARNING_RECIPIENTS,
  type Result,
  type Reviewer,
  type WarningColour,
  type WarningRecipient,
} from '../vocabulary.ts';

/**
 * One level of the deadline warnings; `daysLeft` calendar days or fewer make it (RED: -1, the day after the due day). The
 * code is the level itself; its name and colour are the round's, and a colour never stands without its words.
 */
export interface WarningThreshold {
  code: 'GREEN' | 'YELLOW' | 'RED';
  daysLeft: number;
  /** The round's own word for the level; null: the catalogue's. */
  name: string | null;
  colour: WarningColour;
  recipients: WarningRecipient[];
  /** Calendar days after the level began until the office is told and sees it; it is not told at all unless it is a recipient. */
  graceDays: number;
}

/** What a round decides, overridable per inspection. A setting changes what comes, never what was. */
export interface RoundSettings {
  /** Of each date that a rule gives: how long after the feedback. */
  offsets: Offsets;
  warnings: WarningThreshold[];
  /** The steps, and whose opinions the office needs before it signs (会审). */
  chain: ChainSettings & { officeReviewers: Reviewer[] };
  /** Which results count as completed in the rate. */
  completedResults: Result[];
  /** The round's own words for results, e.g. COMPLETED: 已完成整改. */
  resultWords: Partial<Record<Result, string>>;
  extension: ExtensionSettings;
  sight: SightSettings;
  /** What proves an action, by its kind. */
  evidence: EvidenceRules;
  /** 规定动作 in their order, each with the offset that makes it due, if any. */
  steps: StepSetting[];
  /** How long after a notice of the office its reply is due, where the notice says nothing else. */
  noticeReply: Offset;
}

/** A level as 江津 prints it: its code is its colour, its word the catalogue's. */
function level(
  code: WarningThreshold['code'],
  daysLeft: number,
  recipients: WarningRecipient[],
  graceDays = 0,
): WarningThreshold {
  return { code, daysLeft, name: null, colour: code, recipients, graceDays };
}

export const DEFAULT_SETTINGS: RoundSettings = {
  offsets: DEFAULT_OFFSETS,
  warnings: [
    level('GREEN', 20, ['HANDLER']),
    level('YELLOW', 10, ['HANDLER', 'DEPARTMENT_HEAD', 'LEADER']),
    level('RED', -1, ['HANDLER', 'DEPARTMENT_HEAD', 'LEADER', 'SECRETARY', 'OFFICE'], 7),
  ],
  chain: { clerkCheck: false, departmentHead: true, leader: true, office: false, officeReviewers: [] },
  completedResults: ['COMPLETED'],
  resultWords: {},
  extension: DEFAULT_EXTENSION,
  sight: DEFAULT_SIGHT,
  evidence: DEFAULT_EVIDENCE_RULES,
  steps: DEFAULT_STEPS,
  noticeReply: { amount: 10, unit: 'WORKING_DAY' },
};

function readChain(value: unknown, base: RoundSettings['chain']): RoundSettings['chain'] {
  if (value === undefined) return base;
  if (!isObject(value)) return refuse('chain', 'chain must be an object of switches');
  onlyKeys(value, Object.keys(DEFAULT_SETTINGS.chain), 'chain');
  const flag = (key: keyof ChainSettings): boolean => {
    const given = value[key] === undefined ? base[key] : value[key];
    return typeof given === 'boolean' ? given : refuse('chain', `chain.${key} must be true or false`);
  };
  return {
    clerkCheck: flag('clerkCheck'),
    departmentHead: flag('departmentHead'),
    leader: flag('leader'),
    office: flag('office'),
    officeReviewers: someOf(
      value['officeReviewers'],
      base.officeReviewers,
      NAMED_REVIEWERS,
      'officeReviewers',
      'chain',
    ),
  };
}

const MAX_WORD = 20;

function readWords(value: unknown, base: RoundSettings['resultWords']): RoundSettings['resultWords'] {
  if (value === undefined) return base;
  if (!isObject(value)) return refuse('resultWords', 'resultWords must be an object of words by result');
  onlyKeys(value, RESULTS, 'resultWords');
  if (!Object.values(value).every((word) => typeof word === 'string' && word.trim() !== ''))
    return refuse('resultWords', 'a result word must be a text that is not empty');
  if (Object.values(value).some((word) => (word as string).length > MAX_WORD))
    return refuse('resultWords', `a result word has at most ${MAX_WORD} characters`);
  return { ...base, ...value };
}

function readExtension(value: unknown, base: ExtensionSettings): ExtensionSettings {
  if (value === undefined) return base;
  if (!isObject(value)) return refuse('extension', 'extension must be an object');
  onlyKeys(value, Object.keys(DEFAULT_EXTENSION), 'extension');
  const { maxDays, approver } = value;
  return {
    cap: whole(value['cap'], base.cap, 'extension', 0, 20),
    approver: oneOf(approver, base.approver, EXTENSION_APPROVERS, 'extension'),
    maxDays: maxDays === null ? null : maxDays === undefined ? base.maxDays : whole(maxDays, 0, 'extension', 1, 732),
  };
}

function readSight(value: unknown, base: SightSettings): SightSettings {
  if (value === undefined) return base;
  if (!isObject(value)) return refuse('sight', 'sight must be an object');
  onlyKeys(value, Object.keys(DEFAULT_SIGHT), 'sight');
  return { maxDays: whole(value['maxDays'], base.maxDays, 'sight', 1, 366) };
}

function readWarnings(value: unknown, base: WarningThreshold[]): WarningThreshold[] {
  if (value === undefined) return base;
  if (!Array.isArray(value)) return refuse('warnings', 'warnings must be a list of thresholds');
  const thresholds = value.map((one: unknown): WarningThreshold => {
    if (!isObject(one) || (one['code'] !== 'GREEN' && one['code'] !== 'YELLOW' && one['code'] !== 'RED'))
      return refuse('warnings', 'a warning needs a code GREEN, YELLOW or RED');
    const { code } = one;
    // what a stored level does not say is as the same level was before
    const was =
      base.find((each) => each.code === code) ?? DEFAULT_SETTINGS.warnings.find((each) => each.code === code)!;
    const name = one['name'] === undefined ? was.name : one['name'];
    if (name !== null && (typeof name !== 'string' || name.trim() === '' || name.length > MAX_WORD))
      return refuse('warnings', 'the name of a warning is a text of 1 to 20 characters');
    return {
      code,
      daysLeft: whole(one['daysLeft'] ?? null, 0, 'warnings', -366, 366),
      name,
      colour: oneOf(one['colour'], was.colour, WARNING_COLOURS, 'colour', 'warnings'),
      recipients: someOf(one['recipients'], was.recipients, WARNING_RECIPIENTS, 'recipients'),
      graceDays: whole(one['graceDays'], was.graceDays, 'warnings', 0, 366),
    };
  });
  if (new Set(thresholds.map((one) => one.code)).size < thresholds.length)
    return refuse('warnings', 'each warning code may be given once');
  return thresholds;
}

/** Reads stored settings over a base (the defaults, or the round's for an inspection); refuses what it does not understand. */
export function readSettings(stored: unknown, base: RoundSettings = DEFAULT_SETTINGS): RoundSettings {
  if (!isObject(stored)) return refuse('settings', 'settings must be an object');
  onlyKeys(stored, [...Object.keys(DEFAULT_SETTINGS), ...OLD_OFFSET_KEYS], 'settings');
  const results = stored['completedResults'];
  if (results !== undefined && !(Array.isArray(results) && results.every((one) => RESULTS.includes(one as Result))))
    refuse('completedResults', 'unknown result');
  return {
    offsets: readOffsets(stored, base.offsets),
    warnings: readWarnings(stored['warnings'], base.warnings),
    chain: readChain(stored['chain'], base.chain),
    completedResults: (results as Result[] | undefined) ?? base.completedResults,
    resultWords: readWords(stored['resultWords'], base.resultWords),
    extension: readExtension(stored['extension'], base.extension),
    sight: readSight(stored['sight'], base.sight),
    evidence: readEvidenceRules(stored['evidence'], base.evidence),
    steps: readSteps(stored['steps'], base.steps),
    noticeReply: readOffset(stored['noticeReply'], base.noticeReply, 'noticeReply'),
  };
}
