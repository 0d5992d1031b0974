import { invalid } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { demandText } from '../text.ts';
import { scanText, type Hit, type ScanSettings } from './scan.ts';
import type { HitDecision, HitKind, PassageDecision, PassageRole, WithholdingGround } from './words.ts';

/** A paragraph of the record from which both texts come. */
export interface Passage {
  /** finding/5/actions: stays the same when other paragraphs come and go. */
  key: string;
  role: PassageRole;
  /** Number of the finding in the ledger; null outside the findings. */
  number: number | null;
  /** The internal text: what the report says, or what was made of it by hand. */
  internal: string;
  decision: PassageDecision;
  ground: WithholdingGround | null;
  /** What stands in its place; only of REPLACE. */
  replacement: string | null;
}

/** What was decided about the hits of one passage with the same subject. */
export interface HitRuling {
  key: string;
  kind: HitKind;
  subject: string;
  decision: HitDecision;
  /** What is put in its place; null: the scanner's suggestion. */
  replacement: string | null;
  /** Why it is asked for or left. */
  reason: string | null;
}

/** A hit with where it stands; null: nobody has decided yet. */
export interface JudgedHit extends Hit {
  key: string;
  ruling: HitRuling | null;
}

/** The text of a passage that would go out, before anything is masked; null: nothing of it does. */
export function candidateOf({ decision, internal, replacement }: Passage): string | null {
  if (decision === 'WITHHOLD') return null;
  return decision === 'REPLACE' ? (replacement ?? '') : internal;
}

const rulingOf = (key: string, hit: Hit, rulings: readonly HitRuling[]): HitRuling | null =>
  rulings.find((one) => one.key === key && one.kind === hit.kind && one.subject === hit.subject) ?? null;

/** The hits in what would go out of a passage. */
export function hitsOf(passage: Passage, rulings: readonly HitRuling[], settings: ScanSettings): JudgedHit[] {
  const text = candidateOf(passage);
  if (text === null) return [];
  return scanText(text, settings).map((hit) => ({
    ...hit,
    key: passage.key,
    ruling: rulingOf(passage.key, hit, rulings),
  }));
}

/** A hit that stops the text: nobody decided, or the approver has not answered yet. */
export const isUndecided = ({ ruling }: JudgedHit): boolean => ruling === null || ruling.decision === 'ASKED';

/** What goes out of a passage; whatever nobody has left stands masked, also what is still undecided. Null: nothing. */
export function publicTextOf(passage: Passage, hits: readonly JudgedHit[]): string | null {
  const text = candidateOf(passage);
  if (text === null) return null;
  let out = '';
  let from = 0;
  for (const { start, end, masked, ruling } of hits.toSorted((a, b) => a.start - b.start)) {
    const words = ruling?.decision === 'LEFT' ? text.slice(start, end) : (ruling?.replacement ?? masked);
    out += text.slice(from, start) + words;
    from = end;
  }
  const whole = (out + text.slice(from)).trim();
  return whole === '' ? null : whole;
}

/** What was left or asked for was judged in its sentence: when the passage changes it is open again. What is masked stays masked. */
export const survivesEdit = ({ decision }: Pick<HitRuling, 'decision'>): boolean => decision === 'MASKED';

/** A decision about a passage as it is kept: withheld and replaced have a ground, replaced has its text, kept has neither. */
export function readPassageDecision(given: {
  decision: PassageDecision;
  ground?: WithholdingGround | null;
  replacement?: string | null;
}): Pick<Passage, 'decision' | 'ground' | 'replacement'> {
  const { decision } = given;
  const replacement = demandText((given.replacement ?? '').trim(), 'replacement', LIMITS.text);
  if (decision === 'KEEP') return { decision, ground: null, replacement: null };
  const ground = given.ground ?? null;
  if (ground === null)
    throw invalid('ground', 'publications.ground', 'say on which of the five grounds it is not published as it is');
  if (decision === 'WITHHOLD') return { decision, ground, replacement: null };
  if (replacement === '')
    throw invalid('replacement', 'publications.replacement', 'say what stands in its place, or withhold the passage');
  return { decision, ground, replacement };
}

/** A ruling as it is kept: asked and left have a reason; what replaces a masked one must hold no personal data itself. */
export function readRuling(
  hit: JudgedHit,
  given: { decision: HitDecision; replacement?: string | null; reason?: string | null },
  settings: ScanSettings,
): Pick<HitRuling, 'decision' | 'replacement' | 'reason'> {
  const { decision } = given;
  const words = demandText((given.replacement ?? '').trim(), 'replacement', LIMITS.name);
  const why = demandText((given.reason ?? '').trim(), 'reason', LIMITS.reason);
  if (decision !== 'MASKED') {
    if (why === '') throw invalid('reason', 'publications.unmaskReason', 'say why it is left as it is');
    return { decision, replacement: null, reason: why };
  }
  const replacement = words === '' || words === hit.masked ? null : words;
  if (replacement !== null && (replacement.includes(hit.text) || scanText(replacement, settings).length > 0))
    throw invalid('replacement', 'publications.unmasked', 'what stands in its place still holds personal data');
  return { decision, replacement, reason: why === '' ? null : why };
}
