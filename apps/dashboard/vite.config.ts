import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const api = process.env.STEPWAY_API ?? 'http://127.0.0.1:4000';
const outDir = 'dist';

/** What every page needs before it shows anything, in two files: a browser fetches six at a time from one server.
 * The style sheets of the page and of Mantine stay together, in the order that `main.tsx` gives them. */
const first = {
  vendor:
    /node_modules\/(?:react|react-dom|scheduler|@tanstack|zod|i18next|@floating-ui|@tabler|@mantine\/(?:core|hooks|notifications|spotlight|store))\/.*(?<!\.css)$/,
  app: /libs\/(?:contracts|pathway)\/|dashboard\/src\/(?:api|frame\/(?!as-of-bar)|lists|look\/(?!page)|marks|texts\/(?!es\/)|(?:features|pages)\/(?:today|board)|features\/[a-z-]+\/filters)/,
};

/** Beside each file of text the same one compressed, so that nobody compresses it while somebody waits. */
const compressed = (): Plugin => ({
  name: 'compressed',
  apply: 'build',
  closeBundle: () => {
    const assets = join(import.meta.dirname, outDir, 'assets');
    for (const name of readdirSync(assets).filter((file) => /\.(?:js|css)$/.test(file))) {
      const text = readFileSync(join(assets, name));
      writeFileSync(join(assets, `${name}.gz`), gzipSync(text, { level: 9 }));
      writeFileSync(join(assets, `${name}.br`), brotliCompressSync(text));
    }
  },
});

export default defineConfig(({ mode }) => ({
  base: '/',
  plugins: [react(), compressed()],
  resolve: {
    conditions: ['@stepway/source', 'module', 'browser', mode === 'production' ? 'production' : 'development'],
  },
  build: {
    outDir,
    target: 'es2023',
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: { codeSplitting: { groups: Object.entries(first).map(([name, test]) => ({ name, test })) } },
    },
  },
  // `npm start` serves the built files; for work on the dashboard alone, `npx vite apps/dashboard` beside a running stack.
  // The host stays that of the page: a command is taken from the page's own origin only.
  server: {
    port: 4173,
    proxy: Object.fromEntries(['/v1', '/sign-in'].map((path) => [path, { target: api, changeOrigin: false }])),
  },
}));
