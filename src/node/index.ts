/** What only Node can do: receivers that are made for its own HTTP server. */

export { nodeReceiver, type NodeListener, type NodeReceiver } from './receiver.ts';
