import { apiError, documented, inferred, type ApiError, type CommonErrors } from '../../../define/index.ts';
import { sources } from '../sources.ts';

const listed = documented(sources.errors, 'the code is in its table; that 400 goes with it is inferred');

/** The errors that UseePay answers. Which of them an operation answers when is said nowhere. */
export const errors = {
  unauthenticated: apiError(
    401,
    'invalid_request_error',
    'Please verify that the authentication token is provided and is valid',
    inferred(
      sources.checkoutApi,
      'the code is there, and 401 on the page of errors; that they go together is inferred',
    ),
  ),
  field_required: apiError(400, 'field_required', 'A mandatory field in the request is missing', listed),
  invalid_argument: apiError(
    400,
    'invalid_argument',
    'A provided argument has an incorrect type or failed a validation test',
    listed,
  ),
  already_exists: apiError(400, 'already_exists', 'The entity requested to be created already exists', listed),
  invalid_request_error: apiError(
    400,
    'invalid_request_error',
    'The request is invalid',
    inferred(sources.checkoutApi, 'the code is there; that it answers what a status forbids is inferred'),
  ),
  resource_not_found: apiError(
    404,
    'resource_not_found',
    'The requested resource does not exist',
    documented(sources.checkoutApi, 'the code; the message is our own'),
  ),
  route_not_found: apiError(
    404,
    'resource_not_found',
    'The requested endpoint does not exist',
    inferred(sources.errors, 'it says 404 of an endpoint that does not exist; the code is inferred'),
  ),
  service_unavailable: apiError(
    500,
    'service_unavailable',
    'The requested service is currently unavailable',
    documented(sources.errors, 'the code is in its table; that 500 goes with it is inferred'),
  ),
} satisfies { readonly [Name: string]: ApiError };

/** Which of them are no single operation's. */
export const commonErrors: CommonErrors = {
  unauthenticated: 'unauthenticated',
  malformed: 'invalid_argument',
  invalid: 'invalid_argument',
  required: 'field_required',
  unknownRoute: 'route_not_found',
};

/** What an operation on one object answers where there is none, and where its status forbids it. */
export const refusals = { missing: 'resource_not_found', refused: 'invalid_request_error' } as const;
