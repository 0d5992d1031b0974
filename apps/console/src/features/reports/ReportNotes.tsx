import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { useCapability } from '../../session/viewer.ts';
import { MarginNote } from '../../ui/MarginNote.tsx';
import css from './ReportNotes.module.css';

const ReportNotesFragment = graphql(`
  fragment ReportNotes_report on ProgressReport {
    warnings {
      code
      message
      seqs
    }
    source {
      id
      fileName
    }
  }
`);

const SHOWN = 8;

type ReportNotesProps = { report: FragmentType<typeof ReportNotesFragment>; changed: number };

/** Where the words come from, what is live in them, and what must be looked at before they go out. */
export function ReportNotes({ report: masked, changed }: ReportNotesProps) {
  const { t, i18n } = useTranslation();
  const { warnings, source } = readFragment(ReportNotesFragment, masked);
  const mayImport = useCapability('IMPORT');
  const seqWords = (seqs: readonly number[]) => {
    const words = t('report.seqs', { seqs: seqs.slice(0, SHOWN).join('、') });
    return seqs.length > SHOWN ? `${words} ${t('report.seqsMore', { count: seqs.length })}` : words;
  };
  return (
    <aside className={css.notes}>
      <p>
        {source ? t('report.follows', { file: source.fileName }) : t('report.composed')}{' '}
        {source && mayImport && (
          <Link to="/import/$importId" params={{ importId: source.id }}>
            {t('imports.look')}
          </Link>
        )}
      </p>
      <p className={css.live}>
        <mark className={css.mark}>{t('report.live')}</mark>
        {source && <span>{changed > 0 ? t('report.liveCount', { count: changed }) : t('report.liveNone')}</span>}
      </p>
      <h2>{warnings.length > 0 ? t('report.warnings', { count: warnings.length }) : t('report.warningsNone')}</h2>
      {warnings.map(({ code, message, seqs }) => (
        <MarginNote key={`${code} ${message}`} kind="check">
          {i18n.language === 'zh' && message
            ? message
            : t(`vocabulary.reportWarningCode.${code}`, { count: seqs.length })}
          {seqs.length > 0 && <span className={css.seqs}>{seqWords(seqs)}</span>}
        </MarginNote>
      ))}
    </aside>
  );
}
