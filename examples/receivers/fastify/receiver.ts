import type { FastifyReply, FastifyRequest } from 'fastify';
import Fastify from 'fastify';
import type { Answer } from '../../shop/answer.ts';
import type { ShopConfig } from '../../shop/config.ts';
import { bodyLimit } from '../../shop/delivery.ts';
import type { Receiver } from '../../shop/serve.ts';
import { openShop } from '../../shop/shop.ts';

/** The shop on Fastify 5. */
export async function createReceiver(config: ShopConfig): Promise<Receiver> {
  const shop = openShop(config);
  const app = Fastify({ routerOptions: { ignoreTrailingSlash: true } });

  const send = (reply: FastifyReply, { status, headers, body }: Answer) =>
    reply.code(status).headers(headers).send(body);

  function receive({ method, url: path, headers, body }: FastifyRequest, reply: FastifyReply): FastifyReply {
    return send(reply, shop.receive({ method, path, headers, body: Buffer.isBuffer(body) ? body : Buffer.alloc(0) }));
  }

  // A plugin has parsers of its own, so the rest of the application keeps its JSON. Fastify's answers 400 before a
  // handler runs, to unsigned bodies too.
  await app.register(async (webhooks) => {
    webhooks.removeAllContentTypeParsers();
    webhooks.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
    webhooks.all('/webhooks/:provider', receive);
    // The default shows the error's message.
    webhooks.setErrorHandler((error, _request, reply) => send(reply, shop.fail(error)));
  });
  // The methods that all() does not know end here, and so does every other path.
  app.setNotFoundHandler(receive);

  await app.ready();
  return {
    ...shop,
    listener: (request, response) => app.routing(request, response),
    async close() {
      await app.close();
      shop.close();
    },
  };
}
