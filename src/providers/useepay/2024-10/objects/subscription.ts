import { object } from '../../../../define/index.ts';
import { subscriptionCreateAt } from './subscription-create-at.ts';
import { subscriptionCreatedAt } from './subscription-created-at.ts';

export const subscription = object('subscription', subscriptionCreateAt, subscriptionCreatedAt);
