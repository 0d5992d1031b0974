import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParsedReport } from '@closeout/report/types';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { statedCounts } from './counts.ts';
import { SetAsideList } from './SetAsideList.tsx';
import css from './ReportOverview.module.css';

/** What concerns the text as a whole: its own figures beside the count, remarks of no single finding, text not read. */
export const ReportOverview = memo(function ReportOverview({ parsed }: { parsed: ParsedReport }) {
  const { t } = useTranslation();
  const general = parsed.warnings.filter(({ seq, code }) => seq === undefined && code !== 'SET_ASIDE');
  const stated = statedCounts(parsed);
  const differing = stated.filter(({ counted, stated: figure }) => counted !== null && counted !== figure);
  return (
    <div className={css.overview}>
      {general.length > 0 && (
        <Disclosure label={t('imports.check.general', { count: general.length })} open>
          <div className={css.notes}>
            {general.map(({ code, message }) => (
              <MarginNote key={`${code} ${message}`} kind="check">
                {t('ui.pleaseCheck', { what: message })}
              </MarginNote>
            ))}
          </div>
        </Disclosure>
      )}
      {stated.length > 0 && (
        <Disclosure
          label={t('imports.check.stated')}
          note={
            differing.length > 0
              ? t('imports.check.differing', { words: differing.map(({ word }) => word).join('、') })
              : undefined
          }
        >
          <StatedTable stated={stated} />
        </Disclosure>
      )}
      <Disclosure
        label={t('imports.check.unparsed', { count: parsed.unparsed.length })}
        open={parsed.unparsed.length > 0}
      >
        {parsed.unparsed.length === 0 ? (
          <p className={css.quiet}>{t('imports.check.unparsedNone')}</p>
        ) : (
          <ul className={css.unparsed}>
            {parsed.unparsed.map(({ span, text }) => (
              <li key={span[0]}>{text}</li>
            ))}
          </ul>
        )}
      </Disclosure>
      <SetAsideList parsed={parsed} />
    </div>
  );
});

function StatedTable({ stated }: { stated: ReturnType<typeof statedCounts> }) {
  const { t } = useTranslation();
  return (
    <Table caption={t('imports.check.stated')}>
      <thead>
        <tr>
          <Th>{t('imports.check.statedWord')}</Th>
          <Th right>{t('imports.check.statedFigure')}</Th>
          <Th right>{t('imports.check.counted')}</Th>
          <Th aria-label={t('imports.column.state')} />
        </tr>
      </thead>
      <tbody>
        {stated.map(({ word, stated: figure, counted }) => (
          <tr key={word}>
            <Td>{word}</Td>
            <Td right>{figure}</Td>
            <Td right>{counted ?? '—'}</Td>
            <Td>
              {counted === null ? (
                <span className={css.quiet}>{t('imports.check.notCounted')}</span>
              ) : (
                <State tone={counted === figure ? 'ok' : 'warn'}>
                  {counted === figure ? t('imports.check.same') : t('imports.check.differs')}
                </State>
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
