import { ACTION_KINDS, OFFSET_CODES, PRESCRIBED_STEPS, RESULTS } from '@closeout/domain/vocabulary';
import type { TFunction } from 'i18next';
import { evidenceWords, offsetWords } from '../reason-words.ts';
import { CHAIN_SWITCHES, LEVELS, type InForce, type SettingsValues } from './values.ts';

type Line = { what: string; was: string; is: string };

/** The chain in words: its steps, and whom the office hears. */
function chainLines(t: TFunction, chain: SettingsValues['chain']): [string, string, string][] {
  const heard = chain.officeReviewers.map((one) => t(`vocabulary.reviewer.${one}`)).join('、');
  return [
    ...CHAIN_SWITCHES.map((step): [string, string, string] => [
      step,
      t(`admin.round.step.${step}`),
      t(chain[step] ? 'rounds.on' : 'rounds.off'),
    ]),
    ['reviewers', t('rounds.officeReviewers'), heard || t('rounds.nobody')],
  ];
}

/** Every setting in words, so that two states can be held side by side. */
function lines(t: TFunction, values: SettingsValues): Record<string, { what: string; words: string }> {
  const { offsets, warnings, chain, extension, completedResults, resultWords, evidence, steps, noticeReply, sight } =
    values;
  const warning = (code: (typeof LEVELS)[number]) => {
    const level = warnings.find((one) => one.code === code);
    if (!level) return t('rounds.off');
    return t('rounds.levelWords', {
      name: level.name ?? t(`vocabulary.warningLevel.${code}`),
      colour: t(`vocabulary.warningShade.${level.colour}`),
      days: t(code === 'RED' ? 'rounds.afterDue' : 'rounds.beforeDue', { days: Math.abs(level.daysLeft ?? 0) }),
      to: level.recipients.map((one) => t(`vocabulary.warningRecipient.${one}`)).join('、'),
      grace: level.graceDays ?? 0,
    });
  };
  const list: [string, string, string][] = [
    ...OFFSET_CODES.map((code): [string, string, string] => [
      `offset ${code}`,
      t(`vocabulary.offsetCode.${code}`),
      offsetWords(t, offsets[code] as InForce['offsets'][typeof code]),
    ]),
    ...LEVELS.map((code): [string, string, string] => [`level ${code}`, t(`rounds.level.${code}`), warning(code)]),
    ...chainLines(t, chain),
    ['reply', t('rounds.noticeReply'), offsetWords(t, noticeReply as InForce['noticeReply'])],
    ['sight', t('rounds.sightDays'), String(sight.maxDays ?? '')],
    ['cap', t('rounds.extensionCap'), String(extension.cap ?? '')],
    ['approver', t('rounds.extensionApprover'), t(`rounds.approver.${extension.approver}`)],
    ['days', t('rounds.extensionDays'), extension.limited ? String(extension.maxDays ?? '') : t('rounds.unlimited')],
    ['rate', t('rounds.completed'), completedResults.map((one) => t(`vocabulary.result.${one}`)).join('、')],
    ...RESULTS.map((one): [string, string, string] => [
      `word ${one}`,
      t('rounds.wordOf', { result: t(`vocabulary.result.${one}`) }),
      resultWords[one]?.trim() || t(`vocabulary.result.${one}`),
    ]),
    ...PRESCRIBED_STEPS.map((code): [string, string, string] => {
      const step = steps.find((one) => one.code === code);
      const due = step?.offset ? t(`vocabulary.offsetCode.${step.offset}`) : t('step.noDue');
      return [`step ${code}`, t(`vocabulary.prescribedStepCode.${code}`), step ? due : t('rounds.off')];
    }),
    ...ACTION_KINDS.map((kind): [string, string, string] => [
      `evidence ${kind}`,
      t('rounds.evidenceOf', { kind: t(`vocabulary.actionKind.${kind}`) }),
      evidenceWords(t, evidence[kind]),
    ]),
  ];
  return Object.fromEntries(list.map(([key, what, words]) => [key, { what, words }]));
}

/** What differs between two states of the settings, in words. */
export function settingsChanges(t: TFunction, before: SettingsValues, after: SettingsValues): Line[] {
  const [old, now] = [lines(t, before), lines(t, after)];
  return Object.entries(now).flatMap(([key, { what, words }]) => {
    const was = old[key]?.words ?? '';
    return was === words ? [] : [{ what, was, is: words }];
  });
}
