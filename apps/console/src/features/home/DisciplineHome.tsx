import { useTranslation } from 'react-i18next';
import { BodiesHome } from './OfficeHome.tsx';

/** 首页·监督: the supervised bodies with their figures; a number opens the ledger behind it. */
export function DisciplineHome() {
  const { t } = useTranslation();
  return <BodiesHome title={t('home.disciplineTitle')} note={t('home.disciplineNote')} to="/ledger" />;
}
