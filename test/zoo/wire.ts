import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Member } from './member.ts';
import { correctSubject } from './correct.ts';

/**
 * A receiver behind a server of its own, whose framework keeps header names as they came. A `Request` hides the case of
 * its headers' names, so the mistake to look for one spelling can only be made on the wire.
 */
export const wire: Member['make'] = (provider, ...keys) => {
  const subject = correctSubject(provider, ...keys);
  const documented = Object.keys(provider.delivery.headers);
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      const names = incoming.rawHeaders.filter((_, index) => index % 2 === 0);
      const headers = names.map((name, index) => [name, incoming.rawHeaders[index * 2 + 1]!] as const);
      const known = headers.filter(([name]) => {
        const spelling = documented.find((each) => each.toLowerCase() === name.toLowerCase());
        return spelling === undefined || spelling === name;
      });
      const body = Buffer.concat(await incoming.toArray());
      const method = incoming.method!; // every request has one
      const request = new Request(`http://localhost${incoming.url}`, {
        method,
        headers: known.map(([name, value]) => [name, value]),
        ...(body.length === 0 || method === 'GET' ? {} : { body }),
      });
      const { status } = await subject.receiver(request);
      outgoing.writeHead(status).end();
    })();
  }).unref();
  const listening = once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    ...subject,
    async receiver(request) {
      await listening;
      const { port } = server.address() as AddressInfo; // TCP, so never a string
      const { pathname } = new URL(request.url);
      return fetch(new Request(`http://127.0.0.1:${port}${pathname}`, request));
    },
  };
};
