import { getRequestListener } from '@hono/node-server';
import { configFrom } from '../../shop/config.ts';
import { serve } from '../../shop/serve.ts';
import { createReceiver } from './receiver.ts';

const receiver = createReceiver(configFrom(process.env));
serve('hono', { ...receiver, listener: getRequestListener(receiver.fetch) });
