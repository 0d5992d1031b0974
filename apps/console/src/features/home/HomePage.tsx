import { useTranslation } from 'react-i18next';
import { useViewer } from '../../session/viewer.ts';
import { NavList } from '../../shell/SideNav.tsx';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { useNavigation } from '../../shell/nav.ts';

/** The home of those who have no list of their own: what this account opens. */
export function HomePage() {
  const { t } = useTranslation();
  const { roles } = useViewer();
  const entries = useNavigation().filter((entry) => entry.key !== 'home');
  const places = roles.map((role) =>
    [...new Set([role.body?.name, role.department?.name, role.post?.title].filter(Boolean))].join(' · '),
  );
  return (
    <>
      <PageHeader title={t('shell.nav.home')} sub={places.filter(Boolean).join(' / ')} />
      <NavList entries={entries} />
    </>
  );
}
