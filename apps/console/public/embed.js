// For the sites that show a form of this hotline in their page: gives each frame of ours the height of what stands in it.
// Loaded once, beside the frames: <script src="https://…/embed.js" async></script>
(() => {
  const { origin } = new URL(document.currentScript.src);
  addEventListener('message', (event) => {
    const { type, height } = event.data ?? {};
    if (event.origin !== origin || type !== 'reglament:height' || !(height > 0)) return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === event.source) frame.style.height = `${Math.ceil(height)}px`;
    }
  });
  // A frame that was there before this script told its height to nobody: it is asked once.
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.src.startsWith(`${origin}/embed/`))
      frame.contentWindow.postMessage({ type: 'reglament:ask-height' }, origin);
  }
})();
