import type { Sample } from '../../../define/index.ts';

/** None: no page prints a payload of this version. */
export const samples: readonly Sample[] = [];
