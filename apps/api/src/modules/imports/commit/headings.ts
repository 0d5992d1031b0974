import type { RemediationType } from '@closeout/domain';

const CLASSES: readonly [RemediationType, RegExp][] = [
  ['IMMEDIATE', /^(?:关于)?(?:立行立改|立知立改|即知即改|立查立改|边巡边改|边查边改)/u],
  ['CONTINUING', /^(?:关于)?(?:需?要?)?(?:长期坚持|长期整改|持续整改|持续推进)(?:的|类|问题|情况|事项|$)/u],
];

/** A heading such as 立行立改情况 names a class of findings; every other heading is an aspect (问题方面). */
export function classOfHeading(heading: string | null): RemediationType | null {
  return CLASSES.find(([, form]) => form.test(heading?.normalize('NFKC').trim() ?? ''))?.[0] ?? null;
}

/** The aspect under which a heading's findings stand; null for a class and where there is no heading. */
export const aspectOfHeading = (heading: string | null): string | null =>
  heading === null || heading.trim() === '' || classOfHeading(heading) !== null ? null : heading.trim();
