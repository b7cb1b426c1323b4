import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

const require = createRequire(import.meta.url);

// hookproof's own imports of "msw" are to find the oldest major here, not the newest in the folder above.
export default defineConfig({
  resolve: { alias: [{ find: /^msw$/, replacement: require.resolve('msw') }] },
  test: { include: ['*.test.ts'], testTimeout: 30_000 },
});
