import { defaultClientConditions, defineConfig } from 'vite';

/** Where the running platform answers while one works on the console: `npm run dev -w @reglament/console`. */
const platform = process.env.REGLAMENT_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  // Workspace packages are read from their sources, as everywhere else in the repository.
  resolve: { conditions: ['@reglament/source', ...defaultClientConditions] },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The content security policy allows no data: scripts; small files stay files.
    assetsInlineLimit: 0,
    // Charts are one lazily loaded chunk above the default limit.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // "use client" in the component library means nothing here.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: platform, changeOrigin: true } } },
});
