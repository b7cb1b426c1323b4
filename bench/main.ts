import { benchAnswering } from './answering.ts';
import { benchChecking } from './checking.ts';
import { benchFaults, benchGenerating } from './generating.ts';
import { benchImports } from './imports.ts';
import { benchPacts } from './pacts.ts';
import { benchReceiving } from './receiving.ts';
import { benchSigning } from './signing.ts';
import { benchValidating } from './validating.ts';

console.log(`Node ${process.version}. Medians; compare within a run only.\n`);
console.log(['Import', ...(await benchImports())].join('\n  '));
console.log(['\nSigning', ...(await benchSigning())].join('\n  '));
console.log(['\nGenerating events', ...(await benchGenerating())].join('\n  '));
console.log(['\nGenerating events with one fault', ...(await benchFaults())].join('\n  '));
console.log(['\nValidating', ...(await benchValidating())].join('\n  '));
console.log(['\nA property of many deliveries', ...(await benchReceiving())].join('\n  '));
console.log(['\nChecking a receiver', ...(await benchChecking())].join('\n  '));
console.log(['\nPacts', ...(await benchPacts())].join('\n  '));
console.log(['\nAnswering as the provider', ...(await benchAnswering())].join('\n  '));
