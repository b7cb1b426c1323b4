import { bodyLimit } from './delivery.ts';

/** What is said of a status where there is no more to say. */
const reasons: Readonly<Record<number, string>> = {
  404: 'there is nothing here',
  405: 'only POST is allowed',
  413: `the body is larger than ${bodyLimit} bytes`,
  500: 'something went wrong, please retry',
  503: 'this provider is not configured',
};

/** An answer other than 200, with a reason that is safe to show to anybody. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, reason: string = reasons[status] ?? 'the request cannot be read') {
    super(reason);
    this.name = 'Refusal';
    this.status = status;
  }
}
