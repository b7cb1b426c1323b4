import { receiver } from '../../../running.ts';

/** Signatures and SQLite need Node, not the edge. */
export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

const { route } = receiver;

// Next.js answers OPTIONS with 204 where a file does not export it, and other methods with a 405 that lacks "Allow".
export { route as DELETE, route as GET, route as HEAD, route as OPTIONS, route as PATCH, route as POST, route as PUT };
