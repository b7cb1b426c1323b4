import { configFrom } from '../../shop/config.ts';
import { serve } from '../../shop/serve.ts';
import { createReceiver } from './receiver.ts';

serve('nest', await createReceiver(configFrom(process.env)));
