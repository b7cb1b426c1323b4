import { benchImports } from './imports.ts';
import { benchSigning } from './signing.ts';

console.log(`Node ${process.version}. Medians; compare within a run only.\n`);
console.log(['Import', ...(await benchImports())].join('\n  '));
console.log(['\nSigning', ...(await benchSigning())].join('\n  '));
