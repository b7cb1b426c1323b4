import { defineConfig } from 'vitest/config';

const [major] = process.versions.node.split('.').map(Number);
if (major! < 24) {
  console.error(`Cannot test with Node ${process.versions.node}: run "npm test", which brings Node 24 along`);
  process.exit(2);
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    typecheck: { enabled: true, include: ['test/**/*.test-d.ts'] },
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: '100%',
  },
});
