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
  server: { port: 4173, proxy: { '/v1': api, '/sign-in': api } },
}));
