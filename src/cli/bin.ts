#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { main } from './main.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

process.exitCode = await main(process.argv.slice(2), version, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  cwd: process.cwd(),
  env: process.env,
  terminal: { out: process.stdout.isTTY ?? false, err: process.stderr.isTTY ?? false },
});
