// One process of many that write into one pact: `node writer.ts <folder> <name> <count>`.
import { messageInteraction, pactOf } from '../../../src/pact/file.ts';
import { writePact } from '../../../src/pact/consumer/write.ts';

const [folder, name, count] = process.argv.slice(2) as [string, string, string];
for (let index = 0; index < Number(count); index++) {
  const one = messageInteraction(`${name} ${index}`, { name: 'a state', params: {} }, { id: name }, {});
  await writePact(pactOf('shop', 'acme', [one]), folder);
}
