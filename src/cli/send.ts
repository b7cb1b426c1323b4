import { isLoopback, signedAttempt } from '../delivery/index.ts';
import { overHttp, send as sendAttempt } from '../conformance/index.ts';
import { findProvider, eventFrom, receiverUrl, secretOf, timeoutOf, word } from './arguments.ts';
import { deliveryFlags, deliveryOptions } from './deliveries.ts';
import { fixture as fixtureCommand } from './fixture.ts';
import { json, type Command } from './io.ts';

const usage =
  'hookproof send <url> <provider>[@version] <event> --secret <text|@file> [--variant name] [--set path=value]…';

export const send: Command = {
  name: 'send',
  summary: 'Deliver one signed event, and show the answer',
  usage,
  flags: { ...fixtureCommand.flags, ...deliveryFlags },
  async run(words, flags, io) {
    const url = receiverUrl(word(words, 0, 'the URL', usage), flags);
    const provider = findProvider(word(words, 1, 'the provider', usage));
    const type = word(words, 2, 'the event type', usage);
    const event = eventFrom(provider, type, flags);
    const secret = await secretOf(flags, 'secret', 'HOOKPROOF_SECRET', io, usage);
    const attempt = await signedAttempt(provider, event, { url, secret, ...deliveryOptions(flags) });
    if (!isLoopback(url))
      io.err(`hookproof: delivers one signed event to "${new URL(url).hostname}", which is another machine\n`);
    const answer = await sendAttempt(overHttp, attempt, timeoutOf(flags));
    const acknowledged = answer.status !== undefined && provider.delivery.acknowledgement.value.includes(answer.status);
    const verdict = acknowledged ? 'acknowledged' : 'not acknowledged';
    io.out(
      flags['json'] === true
        ? json({ url, event: type, status: answer.status, text: answer.text, acknowledged })
        : `${type}: ${answer.text}, ${verdict}\n`,
    );
    return acknowledged ? 0 : 1;
  },
};
