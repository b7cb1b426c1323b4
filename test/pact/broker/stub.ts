import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = { readonly [Name: string]: unknown };

/** A result of a verification that was recorded. */
export interface RecordedResult {
  readonly path: string;
  readonly body: Json;
}

/** As much of a Pact Broker's API as publishing, fetching, recording results and asking to deploy need, on loopback. */
export interface Broker {
  readonly url: string;
  readonly results: readonly RecordedResult[];
  /** `GET /…`, with the authorisation where there is one. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** One published pact. */
interface Published {
  readonly consumer: string;
  readonly provider: string;
  readonly version: string;
  readonly branch: unknown;
  readonly pact: Json;
}

/** Starts a broker that holds nothing. */
export async function startBroker(): Promise<Broker> {
  const published = new Map<string, Published>();
  const results: RecordedResult[] = [];
  const requests: string[] = [];
  let base = '';

  const linkOf = ({ consumer, provider, version }: Published) => ({
    href: `${base}/pacts/provider/${provider}/consumer/${consumer}/version/${version}`,
    name: `Pact between ${consumer} (${version}) and ${provider}`,
  });

  const routes: readonly (readonly [RegExp, (match: string[], body: Json, path: string) => Json | undefined])[] = [
    [
      /^GET \/$/,
      () => ({
        _links: Object.fromEntries(
          Object.entries({
            self: '/',
            'pb:publish-contracts': '/contracts/publish',
            'pb:latest-provider-pacts': '/pacts/provider/{provider}/latest',
            'pb:latest-provider-pacts-with-branch': '/pacts/provider/{provider}/branch/{branch}/latest',
            'pb:provider-pacts-for-verification': '/pacts/provider/{provider}/for-verification',
            'pb:latest-pact-versions': '/pacts/latest',
            'pb:pacticipant-version': '/pacticipants/{pacticipant}/versions/{version}',
          }).map(([name, path]) => [name, { href: base + path, templated: path.includes('{') }]),
        ),
      }),
    ],
    [
      /^POST \/contracts\/publish$/,
      (_, body) => {
        const contracts = body['contracts'] as readonly { readonly [Name: string]: string }[];
        const version = String(body['pacticipantVersionNumber']);
        for (const { consumerName = '', providerName = '', content = '' } of contracts) {
          const pact = JSON.parse(Buffer.from(content, 'base64').toString('utf8')) as Json;
          const each = { consumer: consumerName, provider: providerName, version, branch: body['branch'], pact };
          published.set(`${consumerName} ${providerName}`, each);
        }
        const self = { href: `${base}/pacticipants/${String(body['pacticipantName'])}` };
        return {
          notices: [{ type: 'success', text: `Published ${contracts.length}` }],
          _embedded: {
            pacticipant: { name: body['pacticipantName'], _links: { self } },
            version: { number: version, _links: { self: { ...self, title: 'v' } } },
          },
          _links: { 'pb:pacticipant': self, 'pb:contracts': [...published.values()].map(linkOf) },
        };
      },
    ],
    [
      /^GET \/pacts\/provider\/([^/]+)(?:\/branch(?:\/[^/]+)?)?\/latest$|^GET \/pacts\/latest$/,
      ([, provider]) => {
        const found = [...published.values()].filter((each) => provider === undefined || each.provider === provider);
        return {
          _links: { self: { href: base }, 'pb:pacts': found.map(linkOf), pacts: found.map(linkOf) },
          _embedded: { pacts: found.map((each) => ({ name: 'x', _links: { self: linkOf(each) } })) },
        };
      },
    ],
    [
      /^GET \/pacts\/provider\/([^/]+)\/consumer\/([^/]+)\/(?:version\/[^/]+|latest)$/,
      ([, provider, consumer]) => {
        const found = published.get(`${consumer} ${provider}`);
        if (found === undefined) return undefined;
        const self = linkOf(found);
        return {
          ...found.pact,
          _links: { self, 'pb:publish-verification-results': { href: `${self.href}/verification-results` } },
        };
      },
    ],
    [
      /^POST \/pacts\/.*\/verification-results$/,
      (_, body, path) => {
        results.push({ path, body });
        return { ...body, _links: { self: { href: `${base}${path}/1` } } };
      },
    ],
    [
      /^GET \/matrix$/,
      () => {
        const success = results.length > 0 && results.every(({ body }) => body['success'] === true);
        const reason =
          results.length === 0 ? 'There is no verified pact' : success ? 'All are verified' : 'One has failed';
        return {
          summary: {
            deployable: results.length === 0 ? null : success,
            reason,
            success: Number(success),
            failed: Number(!success),
            unknown: 0,
          },
          notices: [{ type: success ? 'success' : 'error', text: reason }],
          matrix: [...published.values()].map((each) => ({
            consumer: { name: each.consumer, version: { number: each.version } },
            provider: {
              name: each.provider,
              version: { number: results[0]?.body['providerApplicationVersion'] ?? '?' },
            },
            pact: { createdAt: '2026-01-01T00:00:00Z', _links: { self: linkOf(each) } },
            verificationResult:
              results.length === 0
                ? null
                : { success, verifiedAt: '2026-01-01T00:00:00Z', _links: { self: { href: base } } },
          })),
        };
      },
    ],
  ];

  const server = createServer((request, response) => {
    const answer = async () => {
      const body = await readJson(request);
      const path = decodeURIComponent(new URL(request.url!, 'http://localhost').pathname);
      const { authorization } = request.headers;
      const asked = `${request.method} ${path}`;
      requests.push(authorization === undefined ? asked : `${asked} ${authorization}`);
      const answers = routes.flatMap(([pattern, answer]) => {
        const match = pattern.exec(asked);
        return match === null ? [] : [answer(match, body, path)];
      });
      const [found] = answers;
      response.writeHead(found === undefined ? 404 : 200, { 'Content-Type': 'application/hal+json;charset=utf-8' });
      response.end(JSON.stringify(found ?? { error: `the stub has no ${asked}` }));
    };
    void answer();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { url: base, results, requests, close };
}

async function readJson(request: IncomingMessage): Promise<Json> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  const text = Buffer.concat(parts).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Json);
}
