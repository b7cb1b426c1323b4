import { overHttp, renderReport, runConformance, type Progress } from '../conformance/index.ts';
import { findProvider, positiveNumber, receiverUrl, required, secretOf, word } from './arguments.ts';
import { deliveryFlags, deliveryOptions } from './deliveries.ts';
import { json, text, type Command, type Io } from './io.ts';

const usage = 'hookproof check <url> --provider <provider>[@version] --secret <text|@file>';

export const check: Command = {
  name: 'check',
  summary: 'Prove a running receiver, check by check',
  usage,
  flags: {
    provider: { type: 'string', help: 'whose deliveries; the latest version unless one is named' },
    seed: { type: 'string', help: 'repeat a run; random when left out' },
    ...deliveryFlags,
  },
  async run(words, flags, io) {
    const url = receiverUrl(word(words, 0, 'the URL', usage), flags);
    const provider = findProvider(required(flags, 'provider', usage));
    const seed = text(flags, 'seed');
    const report = await runConformance(provider, overHttp, {
      url,
      secret: await secretOf(flags, 'secret', 'HOOKPROOF_SECRET', io, usage),
      ...deliveryOptions(flags),
      timeout: positiveNumber(flags, 'timeout', 10) * 1000,
      ...(seed === undefined ? {} : { seed }),
      ...(io.terminal.err ? { onProgress: (progress) => showProgress(progress, io) } : {}),
    });
    const color = io.terminal.out && (io.env['NO_COLOR'] ?? '') === '';
    io.out(flags['json'] === true ? json(report) : renderReport(report, { color, findings: 3 }));
    return report.passed ? 0 : 1;
  },
};

/** One line on the terminal that is written over; gone after the last check. */
function showProgress({ check, index, count, result }: Progress, io: Io): void {
  const isLast = result !== undefined && index === count - 1;
  io.err(isLast ? '\r\u001b[2K' : `\r\u001b[2K[${index + 1}/${count}] ${check.id}`);
}
