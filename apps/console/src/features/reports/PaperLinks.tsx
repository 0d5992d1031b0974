import { useTranslation } from 'react-i18next';
import { useViewer } from '../../session/viewer.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { nameOf, paperHref } from './paper-href.ts';

type PaperLinksProps = {
  /** Below /export, without its suffix: `report`. */
  paper: string;
  query: string;
  label: string;
  /** The page's next step. */
  ink?: boolean;
  /** Inside a sentence instead of a row of buttons. */
  plain?: boolean;
};

/** An official document as .docx and, where this installation prints PDF, as that: made at the moment of the click. */
export function PaperLinks({ paper, query, label, ink, plain }: PaperLinksProps) {
  const { t } = useTranslation();
  const { printsPdf } = useViewer();
  return (
    <>
      <a
        className={plain ? undefined : buttonClass(ink ? 'ink' : undefined)}
        href={paperHref(paper, 'docx', query)}
        download
      >
        {label}
      </a>
      {printsPdf && (
        <>
          {plain && ' '}
          <a
            className={plain ? undefined : buttonClass()}
            href={paperHref(paper, 'pdf', query)}
            aria-label={t('report.pdfOf', { name: nameOf(label) })}
            download
          >
            PDF
          </a>
        </>
      )}
    </>
  );
}
