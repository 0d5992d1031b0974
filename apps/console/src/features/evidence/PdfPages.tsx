import { useTranslation } from 'react-i18next';
import { CannotPreview } from './CannotPreview.tsx';
import css from './Preview.module.css';

/** A PDF in the browser's own reader, which runs nothing of the page; a browser without one offers the file itself. */
export function PdfPages({ path, name }: { path: string; name: string }) {
  const { t } = useTranslation();
  return (
    <>
      <iframe className={css.pdf} src={`${path}/inline`} title={t('preview.of', { name })} />
      <CannotPreview path={path} name={name} />
    </>
  );
}
