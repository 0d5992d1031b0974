/* Runs before anything else, in any browser: look of the page, and a plain word to browsers that are too old. */
(function () {
  var root = document.documentElement;
  function kept(key) {
    try {
      return localStorage.getItem('closeout-look:' + key);
    } catch (error) {
      void error; // storage may be switched off
      return null;
    }
  }
  var theme = kept('theme') || 'light';
  var dark =
    theme === 'dark' || (theme === 'system' && window.matchMedia && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-theme', dark ? 'dark' : 'light');
  root.setAttribute('data-type', kept('type') === 'large' ? 'large' : 'normal');
  /* what our libraries use and Chromium 87 lacks; the build refuses anything newer (build/old-browsers.ts) */
  if (!Object.hasOwn) {
    Object.hasOwn = function (object, key) {
      return Object.prototype.hasOwnProperty.call(object, key);
    };
  }
  [Array.prototype, String.prototype].forEach(function (prototype) {
    if (!prototype.at) {
      Object.defineProperty(prototype, 'at', {
        configurable: true,
        writable: true,
        value: function (index) {
          var i = Math.trunc(index) || 0;
          return this[i < 0 ? this.length + i : i];
        },
      });
    }
  });
  var current =
    'noModule' in document.createElement('script') &&
    typeof String.prototype.replaceAll === 'function' &&
    typeof Promise.any === 'function' &&
    window.CSS &&
    CSS.supports('inset', '0');
  if (!current) root.setAttribute('data-old', '');
})();
