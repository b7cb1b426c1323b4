import type { ArgumentsHost, ExceptionFilter, OnApplicationShutdown } from '@nestjs/common';
import { All, Catch, Controller, Inject, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import { send } from '../../shop/answer.ts';
import { readBody } from '../../shop/body.ts';
import type { ShopConfig } from '../../shop/config.ts';
import type { Receiver } from '../../shop/serve.ts';
import type { Shop } from '../../shop/shop.ts';
import { openShop } from '../../shop/shop.ts';

const shopToken = Symbol('shop');

class WebhookController {
  readonly #shop: Shop;

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  async receive(request: Request, response: Response): Promise<void> {
    const { method, originalUrl: path, headers } = request;
    send(response, this.#shop.receive({ method, path, headers, body: await readBody(request) }));
  }
}

/** Nest's own filter answers in Nest's words, and with the message of every HttpException. */
class ShopFilter implements ExceptionFilter {
  readonly #shop: Shop;

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    send(host.switchToHttp().getResponse<Response>(), this.#shop.fail(error));
  }
}

class WebhookModule implements OnApplicationShutdown {
  readonly #shop: Shop;

  constructor(shop: Shop) {
    this.#shop = shop;
  }

  onApplicationShutdown(): void {
    this.#shop.close();
  }
}

// Node runs this file as it is and knows no decorators; a decorator is a function, so it is called. In your own code:
// @Controller('webhooks') class WebhookController { constructor(@Inject(shopToken) shop: Shop) { … }
//   @All(':provider') receive(@Req() request: Request, @Res() response: Response) { … } }
const prototype = WebhookController.prototype;
Controller('webhooks')(WebhookController);
Inject(shopToken)(WebhookController, undefined, 0);
All(':provider')(prototype, 'receive', Object.getOwnPropertyDescriptor(prototype, 'receive')!);
Req()(prototype, 'receive', 0);
Res()(prototype, 'receive', 1);
Catch()(ShopFilter);
Inject(shopToken)(WebhookModule, undefined, 0);

/** The shop on NestJS 12 with Express. */
export async function createReceiver(config: ShopConfig): Promise<Receiver> {
  const shop = openShop(config);
  const root = {
    module: WebhookModule,
    controllers: [WebhookController],
    providers: [{ provide: shopToken, useValue: shop }],
  };
  // `rawBody: true` keeps the bytes too, but parses first: an unsigned body that is no JSON gets 400, not 401. For the rest
  // of an application, put app.useBodyParser('json') behind a path of its own.
  const app = await NestFactory.create<NestExpressApplication>(root, { logger: false, bodyParser: false });
  app.useGlobalFilters(new ShopFilter(shop));
  await app.init();

  return {
    ...shop,
    listener: app.getHttpAdapter().getInstance(),
    close: () => app.close(),
  };
}
