import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { createViteServer } from 'vitest/node';
import type { Found } from '../test/browser/page.ts';

// Opens test/browser in Chromium: the built package behind MSW's service worker.
const candidates = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
].flatMap((path) => (path === undefined ? [] : [path]));
const executablePath = candidates.find((path) => existsSync(path));
if (executablePath === undefined) {
  const remedy =
    'install one with "apt-get install chromium" or "npx playwright-core install chromium", or set CHROMIUM_PATH';
  console.error(`Cannot test in a browser: there is no Chromium at ${candidates.join(', ')}; ${remedy}`);
  process.exit(2);
}

const root = join(import.meta.dirname, '../test/browser');
const workerScript = readFileSync(fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), 'utf8');
const server = await createViteServer({
  root,
  configFile: false,
  logLevel: 'error',
  server: { host: '127.0.0.1', port: 0, hmr: false, watch: null, fs: { allow: [join(root, '../..')] } },
  optimizeDeps: { include: ['msw', 'msw/browser', 'zod', 'fastest-levenshtein'] },
  plugins: [
    {
      name: 'service-worker',
      configureServer({ middlewares }) {
        middlewares.use('/mockServiceWorker.js', (_request, response) => {
          response.setHeader('Content-Type', 'text/javascript');
          response.end(workerScript);
        });
      },
    },
  ],
});
await server.listen();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(server.resolvedUrls!.local[0]!);
  await page.waitForFunction(() => 'found' in globalThis, undefined, { timeout: 60_000 });
  const found: Found = await page.evaluate(() => globalThis.found);
  assert.deepEqual(found, {
    created: 200,
    unknown: 404,
    orders: ['succeeded'],
    useepay: 'requires_payment_method',
    verified: [true, true, true],
    deliveries: ['payment.created acknowledged 2', 'order.authorized acknowledged 1'],
  });
  console.log(`MSW's service worker answers for both providers in Chromium ${browser.version()}`);
} finally {
  await browser.close();
  await server.close();
}
