import type { LabelKind, LayoutProfile, ProfileOverride, StatusPosition } from './types.ts';
import type { Placed } from './parse.ts';
import type { Scan } from './rows.ts';
import type { Sections } from './sections.ts';
import type { Units } from './profile.ts';

/** The detected layout in words that a person can check and correct. */
export function profileOf(
  text: string,
  scan: Scan,
  units: Units,
  sections: Sections,
  placed: readonly Placed[],
  corrected: ProfileOverride,
): LayoutProfile {
  const labels: Record<LabelKind, string[]> = {
    finding: [],
    measures: [],
    status: [],
    leader: [],
    department: [],
    person: [],
    deadline: [],
  };
  for (const { raw } of placed) {
    for (const label of scan.finder.inside(scan.view, ...raw.whole)) {
      if (!labels[label.kind].includes(label.word)) labels[label.kind].push(label.word);
    }
  }
  return {
    findingLevel: units.level,
    categoryLevel: sections.categoryLevel,
    groupLevels: sections.groupLevels,
    labels,
    evidence: units.evidence,
    enumerator: mostFrequent(placed.map(({ raw }) => raw.family).filter((name) => name !== null)),
    statusPosition: statusPosition(placed),
    bodyLevel: sections.bodyLevel,
    punctuation: fullWidth(text) ? 'FULL' : 'HALF',
    newline: scan.view.includes('\r\n') ? '\r\n' : '\n',
    corrected,
  };
}

function mostFrequent(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function statusPosition(placed: readonly Placed[]): StatusPosition {
  const seen = placed.map(({ raw }) => raw.resultPosition).filter((position) => position !== 'NONE');
  if (seen.length === 0) return 'NONE';
  const most = mostFrequent(seen) as StatusPosition;
  return seen.filter((position) => position === most).length >= 0.8 * seen.length ? most : 'MIXED';
}

/** Full-width commas outnumber ASCII ones. */
function fullWidth(text: string): boolean {
  return text.split('，').length > text.split(',').length;
}
