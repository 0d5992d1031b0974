import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from './PageHeader.tsx';

/** 404: also what a record looks like that the reader may not see. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('errors.notFound.title')} />
      <EmptyState title={t('errors.notFound.text')} action={<Link to="/">{t('errors.notFound.home')}</Link>} />
    </>
  );
}
