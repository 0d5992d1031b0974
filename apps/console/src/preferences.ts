/** How this computer shows the console. Holds nothing about the work, so it outlives a sign-out. */
export type Preferences = {
  language: 'zh' | 'en';
  theme: 'light' | 'dark' | 'system';
  type: 'normal' | 'large';
  singleKeys: 'on' | 'off';
  amounts: 'yuan' | 'wan';
};

export const PREFERENCE_PREFIX = 'closeout-look:';

/** `null` when nothing was chosen or the browser keeps nothing. */
export function readPreference<K extends keyof Preferences>(key: K): Preferences[K] | null {
  try {
    return localStorage.getItem(PREFERENCE_PREFIX + key) as Preferences[K] | null;
  } catch {
    return null;
  }
}

export function writePreference<K extends keyof Preferences>(key: K, value: Preferences[K]): void {
  try {
    localStorage.setItem(PREFERENCE_PREFIX + key, value);
  } catch {
    // a browser that keeps nothing still shows the choice until the page is left
  }
}

const KEYS = ['language', 'theme', 'type', 'singleKeys', 'amounts'] as const;

/** Remembers the look now; the returned function writes it again after everything was cleared. */
export function keepPreferences(): () => void {
  const kept = KEYS.map((key) => [key, readPreference(key)] as const);
  return () => kept.forEach(([key, value]) => value !== null && writePreference(key, value));
}

/** Puts theme and type size onto the page; `public/boot.js` has done the same before the first paint. */
export function applyLook(): void {
  const theme = readPreference('theme') ?? 'light';
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  document.documentElement.dataset.type = readPreference('type') === 'large' ? 'large' : 'normal';
}
