import { addressesIn, maskedAddress } from './addresses.ts';
import { maskedName, namesIn, postsOf, type KnownName } from './names.ts';
import { bankCardsIn, idNumbersIn, phonesIn } from './numbers.ts';
import { bare, viewOf, type Found } from './view.ts';
import { HIT_KINDS, type HitKind } from './words.ts';

/** Personal data in a text: where, what kind, and what may stand in its place. */
export interface Hit extends Found {
  kind: HitKind;
  /** As it stands in the text. */
  text: string;
  /** The same without gaps: hits of a passage with the same subject are decided together. */
  subject: string;
  /** What stands in its place; for names the first of `suggestions`. */
  masked: string;
  suggestions: string[];
}

export interface ScanSettings {
  directory: readonly KnownName[];
  /** The body's own contact, which is meant to be public: its telephone and address are no hits. */
  contact?: { phone?: string | null; address?: string | null };
}

const star = (count: number): string => '*'.repeat(count);

/** 420***********23X: the province's digits and the last two. */
const maskedId = (number: string): string => `${number.slice(0, 3)}${star(number.length - 5)}${number.slice(-2)}`;
const maskedCard = (number: string): string => `${star(number.length - 4)}${number.slice(-4)}`;

/** 138****1234; of a landline the area code and the last two digits stay. */
function maskedPhone(number: string): string {
  const mobile = /(1[3-9]\d)\d{4}(\d{4})$/.exec(number);
  if (mobile !== null) return `${mobile[1]}****${mobile[2]}`;
  const [, area, rest] = /^(0(?:10|2\d|[3-9]\d{2}))?(.*)$/.exec(number.replace(/转.*$/, '')) as RegExpExecArray;
  return `${area === undefined ? '' : `${area}-`}${star(rest!.length - 2)}${rest!.slice(-2)}`;
}

const FINDERS: Record<HitKind, (view: string, settings: ScanSettings) => Found[]> = {
  ID_NUMBER: idNumbersIn,
  BANK_CARD: bankCardsIn,
  PHONE: phonesIn,
  ADDRESS: addressesIn,
  NAME: (view, { directory }) => namesIn(view, directory),
};

function suggestionsOf(kind: HitKind, subject: string, before: string, settings: ScanSettings): string[] {
  switch (kind) {
    case 'ID_NUMBER':
      return [maskedId(subject)];
    case 'BANK_CARD':
      return [maskedCard(subject)];
    case 'PHONE':
      return [maskedPhone(subject)];
    case 'ADDRESS':
      return [maskedAddress(subject, before)];
    case 'NAME':
      return [maskedName(subject), ...postsOf(subject, settings.directory)];
  }
}

const onlyDigits = (text: string | null | undefined): string => (text ?? '').normalize('NFKC').replace(/\D/g, '');

/** The body's own telephone or address, as its settings have it. */
function isContact({ kind, subject }: Pick<Hit, 'kind' | 'subject'>, { contact }: ScanSettings): boolean {
  if (kind === 'PHONE') return onlyDigits(contact?.phone) !== '' && onlyDigits(contact?.phone) === onlyDigits(subject);
  if (kind === 'ADDRESS')
    return viewOf(contact?.address ?? '')
      .replace(/ /g, '')
      .includes(subject);
  return false;
}

/** Of two that overlap the longer one, of equal ones the kind that is listed first. */
function withoutOverlaps(hits: readonly Hit[]): Hit[] {
  const rank = (one: Hit): number => HIT_KINDS.indexOf(one.kind);
  const chosen: Hit[] = [];
  for (const hit of hits.toSorted((a, b) => b.end - b.start - (a.end - a.start) || rank(a) - rank(b)))
    if (chosen.every((one) => hit.end <= one.start || one.end <= hit.start)) chosen.push(hit);
  return chosen.toSorted((a, b) => a.start - b.start);
}

/**
 * Personal data in a text: identity numbers by their check digit, bank cards by Luhn, telephones, addresses below the town,
 * names of the directory. Gaps and full-width characters inside them do not hide them.
 */
export function scanText(text: string, settings: ScanSettings): Hit[] {
  const view = viewOf(text);
  const hits = HIT_KINDS.flatMap((kind) =>
    FINDERS[kind](view, settings).map(({ start, end }): Hit => {
      const subject = bare(view.slice(start, end));
      const suggestions = suggestionsOf(kind, subject, view.slice(0, start).trimEnd(), settings);
      return { kind, start, end, text: text.slice(start, end), subject, masked: suggestions[0] as string, suggestions };
    }),
  );
  return withoutOverlaps(hits.filter((hit) => !isContact(hit, settings)));
}
