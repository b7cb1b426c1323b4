import { configFrom } from '../../shop/config.ts';
import { serve } from '../../shop/serve.ts';
import { behindGateway } from './gateway.ts';
import { createReceiver } from './receiver.ts';

serve('lambda', behindGateway(createReceiver(configFrom(process.env)), '2.0'));
