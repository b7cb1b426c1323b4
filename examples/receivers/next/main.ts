import { serve } from '../../shop/serve.ts';
import { POST as route } from './app/webhooks/[provider]/route.ts';
import { behindRouter } from './router.ts';
import { receiver } from './running.ts';

// The route's own module and Next.js's own classes, but not its server, which is slow to start: `npx next dev` runs that.
serve('next', behindRouter({ ...receiver, route }));
