import type { Sample } from '../../../define/index.ts';

/** None: the pages of this version print a payload in part, or percent-encoded and cut. */
export const samples: readonly Sample[] = [];
