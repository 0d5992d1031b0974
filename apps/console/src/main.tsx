import './ui/tokens.css';
import './ui/base.css';
import './ui/print.css';

/** Two programs behind one address: the light one lets people in, the other one is the console. */
const LIGHT_PAGES = ['/sign-in', '/setup'];

const root = document.getElementById('root');
if (root && !document.documentElement.hasAttribute('data-old')) {
  const light = LIGHT_PAGES.includes(location.pathname);
  const start = light
    ? import('./sign-in/start.tsx').then((module) => module.start)
    : import('./app.tsx').then((module) => module.start);
  start.then(
    (begin) => begin(root),
    () => {
      // a file of an older build is gone after an update: the new page knows the new names
      if (!sessionStorage.getItem('reloaded')) {
        sessionStorage.setItem('reloaded', '1');
        location.reload();
      }
    },
  );
}
