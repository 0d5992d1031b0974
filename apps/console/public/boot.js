/* Runs before anything else, in any browser: look of the page, and a plain word to browsers that are too old. */
(function () {
  var root = document.documentElement;
  function kept(key) {
    try {
      return localStorage.getItem('closeout-look:' + key);
    } catch (e) {
      return null;
    }
  }
  var theme = kept('theme') || 'light';
  var dark =
    theme === 'dark' || (theme === 'system' && window.matchMedia && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-theme', dark ? 'dark' : 'light');
  root.setAttribute('data-type', kept('type') === 'large' ? 'large' : 'normal');
  var current =
    'noModule' in document.createElement('script') &&
    typeof String.prototype.replaceAll === 'function' &&
    typeof Promise.any === 'function' &&
    window.CSS &&
    CSS.supports('inset', '0');
  if (!current) root.setAttribute('data-old', '');
})();
