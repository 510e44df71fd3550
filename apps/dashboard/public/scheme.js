// Sets the colour scheme before the first paint. A file of its own: the content security policy allows no inline script.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('stepway-colour-scheme') ?? 'auto';
  } catch {
    // Storage may be forbidden; the system's scheme is then what the person asked for.
  }
  const scheme = chosen === 'light' || chosen === 'dark' ? chosen : dark ? 'dark' : 'light';
  root.setAttribute('data-mantine-color-scheme', scheme);
})();
