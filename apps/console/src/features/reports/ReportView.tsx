import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { ReportStyle } from '../../gql/graphql.ts';
import { againstSource, liveFigures, type LiveStretch } from './live-text.ts';
import { ReportNotes } from './ReportNotes.tsx';
import css from './ReportView.module.css';

const ReportViewFragment = graphql(`
  fragment ReportView_report on ProgressReport {
    text
    blocks {
      style
      text
    }
    source {
      id
      sourceText
    }
    ...ReportNotes_report
  }
`);

type Paragraph = { style: ReportStyle; stretches: LiveStretch[] };

/** The report on its page, set as it will be printed, with what to look at before it goes out beside it. */
export function ReportView({ report: masked }: { report: FragmentType<typeof ReportViewFragment> }) {
  const { t } = useTranslation();
  const report = readFragment(ReportViewFragment, masked);
  const { blocks, source } = report;
  const paragraphs = useMemo((): Paragraph[] => {
    const texts = blocks.map(({ text }) => text.trim());
    const stretches = source?.sourceText ? againstSource(texts, source.sourceText) : liveFigures(texts);
    return blocks.map(({ style }, index) => ({ style, stretches: stretches[index]! }));
  }, [blocks, source]);
  const changed = paragraphs.filter(({ stretches }) => stretches.some(({ live }) => live)).length;
  return (
    <div className={css.view}>
      <article className={css.paper} aria-label={t('report.preview')}>
        {paragraphs.map((paragraph, index) => (
          <PaperParagraph key={index} {...paragraph} />
        ))}
      </article>
      <ReportNotes report={report} changed={changed} />
    </div>
  );
}

const ELEMENT = {
  title: 'h2',
  heading1: 'h3',
  heading2: 'h4',
  heading3: 'h5',
  body: 'p',
  signature: 'p',
  date: 'p',
} as const;

function PaperParagraph({ style, stretches }: Paragraph) {
  const Element = ELEMENT[style];
  return (
    <Element className={css[style]}>
      {stretches.map(({ text, live }, index) => (live ? <mark key={index}>{text}</mark> : text))}
    </Element>
  );
}
