import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env.STEPWAY_API ?? 'http://127.0.0.1:4000';

export default defineConfig(({ mode }) => ({
  base: '/',
  plugins: [react()],
  resolve: {
    conditions: ['@stepway/source', 'module', 'browser', mode === 'production' ? 'production' : 'development'],
  },
  build: { outDir: 'dist', target: 'es2023', sourcemap: false, chunkSizeWarningLimit: 700 },
  // `npm start` serves the built files; for work on the dashboard alone, `npx vite apps/dashboard` beside a running stack.
  // The host stays that of the page: a command is taken from the page's own origin only.
  server: {
    port: 4173,
    proxy: Object.fromEntries(['/v1', '/sign-in'].map((path) => [path, { target: api, changeOrigin: false }])),
  },
}));
