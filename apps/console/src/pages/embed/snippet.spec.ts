import { snippetFor } from './snippet.ts';

test('a site copies a frame and a script; a name with quotes cannot leave its attribute', () => {
  const snippet = snippetFor({
    origin: 'https://help.example.org',
    tenant: 'ovk',
    entryPoint: 'main-site',
    title: 'Form "A" <b> & more',
  });
  expect(snippet).toContain(
    'src="https://help.example.org/embed/ovk/main-site" title="Form &quot;A&quot; &lt;b> &amp; more"',
  );
  expect(snippet).toContain('<script src="https://help.example.org/embed.js" async></script>');
});
