import { documented, object } from '../../../../define/index.ts';
import { subscriptionCreateAt } from '../../2024-10/objects/subscription-create-at.ts';
import { subscriptionCreatedAt } from '../../2024-10/objects/subscription-created-at.ts';
import { sources } from '../../sources.ts';

export const subscription = object(
  'subscription',
  { ...subscriptionCreatedAt, ...documented(sources.payloads2026, 'in the printed sample') },
  subscriptionCreateAt,
);
