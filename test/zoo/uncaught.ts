import { valueAt } from '../../src/define/index.ts';
import { exchanging, type Member } from './member.ts';

/** Mistakes that a check ought to catch and none does. One that is caught at last belongs into `broken`. */
export const uncaught: readonly Omit<Member, 'caughtBy'>[] = [
  {
    name: 'verdict-kept-by-id',
    mistake: 'believes every delivery of an event that it believed once', // refuses-tampered-body never sends the original
    make: exchanging(({ parts, signature }) => {
      const believed = new Set<string>();
      return {
        believes(delivery) {
          const { id } = parts.read(signature.json(delivery.body));
          if (!believed.has(id) && parts.believes(delivery)) believed.add(id);
          return believed.has(id);
        },
      };
    }),
  },
  {
    name: 'strict-list',
    mistake: 'refuses an unknown field of an ordered product', // tolerates-unknown-fields enters no list, and no rare object
    on: ({ name }) => name === 'useepay',
    make: exchanging(({ parts }) => {
      const known = 'id name quantity price amount currency sku url image_url description type'.split(' ');
      return {
        book(message, delivery) {
          const products = valueAt(message.object, ['order', 'products']) as object[] | undefined;
          const isKnown = (products ?? []).every((product) => !('not_yet_known' in product) && known.length > 0);
          return isKnown ? parts.book(message, delivery) : 400;
        },
      };
    }),
  },
];
