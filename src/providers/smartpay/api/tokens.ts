import { action, documented, inferred, observed, operation, resource } from '../../../define/index.ts';
import { token as tokenObject } from '../2022-02-18/objects/token.ts';
import { sources } from '../sources.ts';
import { common, ids, times } from './fields.ts';

const byStatus = inferred(sources.token, 'from the descriptions of the statuses');
const again = inferred(sources.token, 'that nothing happens is inferred');
const refusedInSdk = observed(
  sources.sdkNode,
  'its reference says that a token which waits for its shopper is not found',
);

export const token = resource(tokenObject.shapes[0].schema, documented(sources.token), {
  object: 'token',
  ids: ids('paytok'),
  times,
  fill: { ...common, status: { value: 'requires_authorization' } },
  consequences: [{ emit: 'token.created' }],
  actions: {
    /** The shopper agrees. */
    approve: [
      action(['requires_authorization'], byStatus, {
        fill: { status: { value: 'active' } },
        consequences: [{ emit: 'token.approved' }],
      }),
    ],
    /** The shopper or Smartpay does not. */
    reject: [
      action(['requires_authorization'], byStatus, {
        fill: { status: { value: 'rejected' } },
        consequences: [{ emit: 'token.rejected' }],
      }),
    ],
    /** An order is made with it. */
    use: [action(['active'], documented(sources.eventObject), { consequences: [{ emit: 'token.used' }] })],
    disable: [
      action(['active'], byStatus, {
        fill: { status: { value: 'disabled' } },
        consequences: [{ emit: 'token.disabled' }],
      }),
      action(['disabled'], again),
    ],
    enable: [
      action(['disabled'], byStatus, {
        fill: { status: { value: 'active' } },
        consequences: [{ emit: 'token.enabled' }],
      }),
      action(['active'], again),
    ],
    delete: [
      action(['requires_authorization', 'active', 'disabled'], byStatus, {
        fill: { status: { value: 'deleted' } },
        consequences: [{ emit: 'token.deleted' }],
      }),
    ],
  },
});

export const tokenOperations = [
  operation('list', 'GET /tokens', 'token', documented(sources.tokenManagement), { shows: ['active', 'disabled'] }),
  operation('retrieve', 'GET /tokens/{id}', 'token', observed(sources.sdkGo), { missing: 'token.not-found' }),
  operation('act', 'PUT /tokens/{id}/enable', 'token', refusedInSdk, {
    action: 'enable',
    empty: true,
    missing: 'token.not-found',
    refused: 'token.not-found',
  }),
  operation('act', 'PUT /tokens/{id}/disable', 'token', refusedInSdk, {
    action: 'disable',
    empty: true,
    missing: 'token.not-found',
    refused: 'token.not-found',
  }),
  operation('remove', 'DELETE /tokens/{id}', 'token', observed(sources.sdkNode, 'it is not found afterwards'), {
    action: 'delete',
    status: 204,
    empty: true,
    missing: 'token.not-found',
    refused: 'token.not-found',
  }),
];
