// Runs before the first paint, so that a dark page never flashes light. An inline script is not allowed by the content security policy.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('reglament.colour-scheme') || 'auto';
  } catch {}
  const dark = chosen === 'dark' || (chosen === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
