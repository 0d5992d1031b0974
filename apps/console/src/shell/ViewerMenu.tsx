import { useApolloClient } from '@apollo/client/react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage, switchLanguage } from '../i18n/start.ts';
import { applyLook, readPreference, writePreference, type Preferences } from '../preferences.ts';
import { signOut } from '../session/sign-out.ts';
import { useViewer } from '../session/viewer.ts';
import { Menu, type MenuEntry } from '../ui/Menu.tsx';
import { setSingleKeyShortcuts } from '../ui/shortcuts.ts';
import { openShortcutHelp } from './shortcut-help-store.ts';
import css from './ViewerMenu.module.css';

const THEMES = ['light', 'dark', 'system'] as const;

/** Name and post; behind them language, look, shortcuts and the way out. */
export function ViewerMenu() {
  const { t } = useTranslation();
  const client = useApolloClient();
  const navigate = useNavigate();
  const { account, person, roles } = useViewer();
  const [, redraw] = useState(0);
  const name = person?.name ?? account.login;
  const post = roles.find((role) => role.post)?.post?.title ?? roles.find((role) => role.department)?.department?.name;

  const set = <K extends keyof Preferences>(key: K, value: Preferences[K]) => {
    writePreference(key, value);
    applyLook();
    redraw((n) => n + 1);
  };
  const large = readPreference('type') === 'large';
  const theme = readPreference('theme') ?? 'light';
  const singleKeys = readPreference('singleKeys') !== 'off';
  const toggleKeys = () => {
    set('singleKeys', singleKeys ? 'off' : 'on');
    setSingleKeyShortcuts(!singleKeys);
  };
  const entries: MenuEntry[] = [
    { id: 'deputies', label: t('deputy.menu'), onPick: () => void navigate({ to: '/deputies' }) },
    { id: 'handovers', label: t('handover.menu'), onPick: () => void navigate({ to: '/handovers' }) },
    { separator: true },
    {
      id: 'language',
      label: t('shell.language'),
      onPick: () => void switchLanguage(currentLanguage() === 'zh' ? 'en' : 'zh'),
    },
    { id: 'large', label: t('shell.large'), checked: large, onPick: () => set('type', large ? 'normal' : 'large') },
    ...THEMES.map((each) => ({
      id: each,
      label: t(`shell.theme.${each}`),
      checked: theme === each,
      onPick: () => set('theme', each),
    })),
    { separator: true },
    { id: 'shortcuts', label: t('shell.shortcuts'), onPick: openShortcutHelp },
    { id: 'keys', label: t('shell.singleKeys'), checked: singleKeys, onPick: toggleKeys },
    { separator: true },
    { id: 'out', label: t('shell.signOut'), onPick: () => void signOut(client) },
  ];
  return (
    <Menu look="bare" label={t('shell.viewerMenu', { name })} entries={entries}>
      <span className={css.name}>{name}</span>
      {post && <span className={css.post}>· {post}</span>}
    </Menu>
  );
}
