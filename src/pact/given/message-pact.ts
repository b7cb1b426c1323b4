import { eventSchema, nameOf, type Provider } from '../../define/index.ts';
import { fixtureFiles, jsonLines, jsonText, variantOf, type FixtureFile } from '../../fixture/index.ts';
import { rulesFor } from './rules.ts';

/** Renders what a provider version promises every receiver: a message for each fixture, in versions 4 and 3 of Pact. */
export function renderMessagePacts(provider: Provider): Map<string, string> {
  const folder = `contracts/${provider.name}/${provider.version}/pacts`;
  const messages = fixtureFiles(provider).map((file) => ({ ...messageOf(provider, file), file }));
  const parties = { consumer: { name: 'receiver' }, provider: { name: provider.name } };
  const metadata = (version: string) => ({
    pactSpecification: { version },
    hookproof: { provider: nameOf(provider), generated: 'by hookproof, from the documentation' },
  });
  const v4 = messages.map(({ description, providerStates, contents, body, file }) => ({
    type: 'Asynchronous/Messages',
    description,
    pending: false,
    providerStates,
    contents: { content: contents, contentType, encoded: false },
    metadata: { contentType },
    matchingRules: { body },
    comments: { text: confidenceIn(file) },
  }));
  const v3 = messages.map(({ description, providerStates, contents, body }) => ({
    description,
    providerStates,
    contents,
    metaData: { contentType },
    matchingRules: { body },
  }));
  return new Map([
    [`${folder}/messages.v4.json`, jsonText({ ...parties, interactions: v4, metadata: metadata('4.0') })],
    [`${folder}/messages.v3.json`, jsonLines({ ...parties, messages: v3, metadata: metadata('3.0.0') }, 'messages')],
  ]);
}

const contentType = 'application/json';

function messageOf(provider: Provider, { event, variant, value }: FixtureFile) {
  const schema = eventSchema(provider, event, variantOf(provider, event, variant).form);
  return {
    description: variant === 'typical' ? event : `${event}.${variant}`,
    providerStates: [{ name: 'a fixture', params: { event, variant } }],
    contents: value,
    body: rulesFor(schema, value),
  };
}

/** How sure a fixture is, a line for each doubt. */
export function confidenceIn({ confidence, source, doubts }: FixtureFile): string[] {
  const lines = doubts.map((doubt) => `${doubt.about} is ${doubt.confidence}: ${doubt.note ?? doubt.source}`);
  return [`${confidence}: ${source}`, ...lines];
}
