import type { Operation } from '../../define/index.ts';
import { act } from './act.ts';
import { create } from './create.ts';
import { list } from './list.ts';
import { remove } from './remove.ts';
import type { OperationRequest, Result } from './request.ts';
import { retrieve } from './retrieve.ts';
import { update } from './update.ts';

export type { OperationRequest, Result } from './request.ts';

/** What each kind of operation does. */
export const operations = { act, create, list, remove, retrieve, update } satisfies {
  readonly [Kind in Operation['kind']]: (request: OperationRequest) => Result;
};
