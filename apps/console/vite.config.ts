import { defineConfig } from 'vite';

/** Where the running platform answers while one works on the console: `npm run dev -w @reglament/console`. */
const platform = process.env.REGLAMENT_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The content security policy allows no data: scripts or styles; small files stay files.
    assetsInlineLimit: 0,
    // Charts are one lazily loaded chunk above the default limit.
    chunkSizeWarningLimit: 700,
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: platform, changeOrigin: true } } },
});
