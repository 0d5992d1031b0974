import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from './PageHeader.tsx';

/** 403: not the reader's duty, and who could make it so. */
export function ForbiddenPage({ grantedBy = [] }: { grantedBy?: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHeader title={t('errors.forbidden.title')} />
      <EmptyState title={t('errors.forbidden.text')} action={<Link to="/">{t('errors.forbidden.home')}</Link>}>
        {grantedBy.length > 0 && <p>{t('errors.forbidden.who', { names: grantedBy.join('、') })}</p>}
      </EmptyState>
    </>
  );
}
