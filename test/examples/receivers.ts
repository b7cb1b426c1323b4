import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listeners } from '../../examples/receivers/all.ts';
import { startPython } from '../../examples/receivers/python/start.ts';
import { configFrom } from '../../examples/shop/config.ts';
import { withProbe } from '../../examples/shop/probe.ts';
import type { Receiver } from '../../examples/shop/serve.ts';
import * as sender from './sender.ts';

/** A receiver that listens on this machine, whatever it is written in. */
export interface Started {
  readonly origin: string;
  /** Ends it and starts it again on the same database. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What a receiver answered. */
export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

const pair = generateKeyPairSync('rsa', { modulusLength: 1024 }); // short, since every delivery is signed anew
const privateKey = pair.privateKey.export({ format: 'pem', type: 'pkcs8' }) as string; // pem is always text
const publicKey = pair.publicKey.export({ format: 'pem', type: 'spki' }) as string;

/** What hookproof signs with. The receivers are in the middle of a rotation: `sender.ts` signs with the other keys. */
export const signing: Readonly<Record<string, string>> = { smartpay: 'B62rotatedSecret', useepay: privateKey };
export const secrets = [signing['smartpay']!, sender.secret];
export const publicKeys = [publicKey, sender.publicKey];

/** The environment of every receiver under test; with nothing in it, nothing is configured. */
export const environment: Environment = {
  SMARTPAY_SECRET: secrets.join(','),
  USEEPAY_PUBLIC_KEY: publicKeys.join(','),
};

type Environment = Readonly<Record<string, string>>;

/** How to start each receiver in an environment. */
export const starts: Readonly<Record<string, (environment: Environment) => Promise<Started>>> = {
  ...Object.fromEntries(
    Object.entries(listeners).map(([name, make]) => [
      name,
      async (environment: Environment) => listening(await make({ ...configFrom(environment), log: () => undefined })),
    ]),
  ),
  async python(environment) {
    let running = await startPython(environment);
    return {
      get origin() {
        return running.origin;
      },
      async restart() {
        await running.close();
        running = await startPython(environment);
      },
      close: () => running.close(),
    };
  },
};

async function listening(receiver: Receiver): Promise<Started> {
  const listener = withProbe(receiver);
  const server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // TCP, so never a string
    restart: async () => receiver.restart!(),
    async close() {
      server.close();
      server.closeAllConnections();
      await receiver.close();
    },
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 });

/** Sends a request with exactly these headers. */
export async function send(
  url: string,
  method: string,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
  body: string | Buffer = '',
): Promise<Answered> {
  const length = body === '' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const sent = { ...headers, ...length } as Record<string, string>; // node:http takes lists, whatever its types say
    const outgoing = request(url, { method, headers: sent, agent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, text }));
      answer.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The same for `runConformance`: several times cheaper than `fetch`, and the sockets stay open. */
export async function overLoopback(attempt: Request): Promise<Response> {
  const body = Buffer.from(await attempt.arrayBuffer());
  const { status } = await send(attempt.url, attempt.method, Object.fromEntries(attempt.headers), body);
  return new Response(null, { status });
}
