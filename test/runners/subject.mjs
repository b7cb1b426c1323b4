// A receiver that is right about signatures alone, in plain JavaScript: jest reads no types.
import { generateKeys, verify } from '#hookproof';
import { latest as smartpay } from '#hookproof/smartpay';

export { smartpay };

const keys = await generateKeys(smartpay);

/** Believes whom it should, or everyone. */
export const subject = (believes) => ({
  secret: keys.signing,
  receiver: async (request) => {
    const { valid } = await verify(smartpay, request, keys.verifying);
    return new Response(null, { status: valid || believes === 'everyone' ? 200 : 401 });
  },
});

/** One check that holds, one that a receiver who believes everyone breaks, and one that cannot run. */
export const selection = {
  only: ['acknowledges-every-event', 'refuses-wrong-key', 'applies-duplicates-once'],
  events: ['refund.created'],
};
