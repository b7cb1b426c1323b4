import { configFrom } from './config.ts';
import { serve } from './serve.ts';
import { createShop } from './server.ts';

serve('shop', createShop(configFrom(process.env)));
