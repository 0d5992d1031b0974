import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParsedReport } from '@closeout/report/types';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { CheckHeader } from './CheckHeader.tsx';
import { ReportOverview } from './ReportOverview.tsx';
import { FindingCard } from './FindingCard.tsx';
import { FindingStrip } from './FindingStrip.tsx';
import { ImportConflict } from './ImportConflict.tsx';
import { LayoutButton } from './LayoutButton.tsx';
import { reportCounts, statedFindings } from './counts.ts';
import { SourceLegend } from './SourceLegend.tsx';
import { SourceText } from './SourceText.tsx';
import { marksOf } from './source-marks.ts';
import { useCheckKeys } from './use-check-keys.ts';
import { useCorrections } from './use-corrections.ts';
import css from './ReportCheck.module.css';

const route = getRouteApi('/import/$importId');

const ReportCheckFragment = graphql(`
  fragment ReportCheck_import on Import {
    id
    version
    state
    parsed
    checkedSeqs
    ...CheckHeader_import
    ...LayoutButton_import
  }
`);

/** A report being checked: the source with the finding in hand marked on the left, what was read of it on the right. */
export function ReportCheck({ import: masked }: { import: FragmentType<typeof ReportCheckFragment> }) {
  const { t } = useTranslation();
  const found = readFragment(ReportCheckFragment, masked);
  const parsed = found.parsed as ParsedReport; // JSON of packages/report, written by the server only
  const corrections = useCorrections(found);
  const { seq, go } = useFindingInHand(parsed.findings.length);
  const [active, setActive] = useState<{ id: string; at: number } | null>(null);
  const finding = parsed.findings[seq - 1]!;
  const marks = useMemo(() => marksOf(parsed.source.text, finding), [parsed, finding]);
  const counts = useMemo(() => reportCounts(parsed), [parsed]);
  const draft = found.state === 'DRAFT';

  const toFinding = useCallback(
    (next: number) => {
      setActive(null);
      go(next);
    },
    [go],
  );
  const show = useCallback((id: string) => setActive({ id, at: Date.now() }), []);
  const confirm = () => {
    void corrections.check([seq], true);
    const open = (each: number) => each !== seq && !corrections.checked.has(each);
    const all = parsed.findings.map((each) => each.seq);
    const next = all.find((each) => each > seq && open(each)) ?? all.find(open);
    if (next) toFinding(next);
  };
  useCheckKeys({ seq, count: parsed.findings.length, go: toFinding, confirm: draft ? confirm : null });

  const stated = statedFindings(parsed);
  const facts = { findings: counts.findings, actions: counts.actions, unparsed: counts.unparsed };
  return (
    <div className={css.page}>
      <CheckHeader
        import={found}
        counts={counts}
        checked={[...corrections.checked]}
        facts={stated === null ? t('imports.check.facts', facts) : t('imports.check.statedFacts', { ...facts, stated })}
        differs={stated !== null && stated !== counts.findings}
        actions={draft && <LayoutButton import={found} profile={parsed.profile} checked={corrections.checked.size} />}
      />
      <OperationErrors operation={corrections.checking} />
      <ImportConflict operations={[corrections.correcting, corrections.checking]} />
      <div className={css.columns}>
        <section className={css.sheet}>
          <SourceLegend />
          <SourceText parsed={parsed} seq={seq} marks={marks} active={active} onMark={show} onFinding={toFinding} />
        </section>
        <section className={`${css.sheet} ${css.found}`} aria-label={t('imports.check.found')}>
          <FindingStrip parsed={parsed} seq={seq} checked={corrections.checked} onPick={toFinding} />
          <FindingCard
            key={`${seq} ${finding.description.length}`}
            parsed={parsed}
            finding={finding}
            marks={marks}
            activeId={active?.id ?? null}
            onShow={show}
            corrections={corrections}
            editable={draft}
            onConfirm={confirm}
            onGo={toFinding}
          />
          <ReportOverview parsed={parsed} />
        </section>
      </div>
    </div>
  );
}

/** Which finding is in hand, from the address, so that a link or a reload comes back to it. */
function useFindingInHand(count: number) {
  const { n } = route.useSearch();
  const navigate = route.useNavigate();
  const go = useCallback(
    (next: number) => void navigate({ search: { n: next }, replace: true, resetScroll: false }),
    [navigate],
  );
  return { seq: Math.min(Math.max(1, n ?? 1), count), go };
}
