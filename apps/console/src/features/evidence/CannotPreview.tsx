import { useTranslation } from 'react-i18next';

/** What a preview cannot show is still there to be downloaded. */
export function CannotPreview({ path, name }: { path: string; name: string }) {
  const { t } = useTranslation();
  return (
    <p>
      {t('preview.cannot')} <a href={path}>{name}</a>
    </p>
  );
}
