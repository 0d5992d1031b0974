import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components';
import '../src/ui/tokens.css';
import '../src/ui/base.css';
import '../src/ui/print.css';
import { en } from '../src/i18n/en.ts';
import { startI18n } from '../src/i18n/start.ts';
import { zh } from '../src/i18n/zh.ts';
import { Gallery } from './Gallery.tsx';

const asked = new URLSearchParams(location.search);
document.documentElement.dataset.theme = asked.get('theme') ?? 'light';
document.documentElement.dataset.type = asked.get('type') ?? 'normal';

await startI18n((language) => Promise.resolve(language === 'en' ? en : zh));
createRoot(document.getElementById('root')!).render(
  <I18nProvider locale="zh-CN">
    <Gallery open={asked.get('open')} rows={Number(asked.get('rows') ?? 0)} />
  </I18nProvider>,
);
