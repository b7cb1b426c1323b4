import { configFrom } from '../shop/config.ts';
import { serve } from '../shop/serve.ts';
import { createShop } from './server.ts';

serve('broken shop', createShop(configFrom(process.env)));
