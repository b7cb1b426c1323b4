import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { confidences, rowsOf, type Action, type Api, type Consequence, type Evidence } from '../../src/define/index.ts';
import { createBox } from '../../src/msw/index.ts';
import { objectsOf } from '../../src/msw/json.ts';
import { versions } from './every.ts';
import { schemaAt } from './schema-walk.ts';

const dated = /\S, read \d{4}-\d{2}-\d{2}$/;
const apis = versions.map(({ name, provider }) => ({ name, provider, api: provider.api! }));

describe.each(apis)('the REST API of $name', ({ provider, api }) => {
  const { resources, operations, errors } = api;
  /** The errors that an operation, or every one, says it answers. */
  const answered = [
    ...Object.values(api.commonErrors),
    ...operations.flatMap(({ missing, refused, needs, draws, unique, limit }) => [
      missing,
      refused,
      draws?.excessive,
      unique?.error,
      limit?.error,
      ...(needs ?? []).flatMap((need) => [need.missing, need.refused]),
    ]),
  ].flatMap((name: string | undefined) => name ?? []);

  test('every statement has a confidence of the closed list, a dated source, and a note where it is unsure', () => {
    const wrong = statementsOf(api).filter(
      ([, { confidence, source, note }]) =>
        !confidences.includes(confidence) ||
        !dated.test(source) ||
        (['inferred', 'opaque'].includes(confidence) && (note ?? '') === ''),
    );
    expect(wrong).toEqual([]);
  });

  test('every name of an error, a resource and an action is one that there is', () => {
    expect(answered.filter((name) => !Object.hasOwn(errors, name))).toEqual([]);
    const kinds = [
      api.endpoints.resource,
      ...operations.flatMap(({ resource, needs, draws }) => [
        resource,
        ...(draws === undefined ? [] : [draws.resource]),
        ...(needs ?? []).map((need) => need.resource),
      ]),
      ...Object.values(resources).flatMap(({ expands }) => Object.values(expands)),
    ];
    expect(kinds.filter((name) => !Object.hasOwn(resources, name))).toEqual([]);
    const lost = operations.filter(
      ({ resource, action }) => action !== undefined && !Object.hasOwn(resources[resource]!.actions, action),
    );
    expect(lost).toEqual([]);
    const actions = new Set(Object.values(resources).flatMap((resource) => Object.keys(resource.actions)));
    const acts = consequencesOf(api).flatMap((consequence) =>
      'act' in consequence ? consequence.act : 'later' in consequence ? consequence.later : [],
    );
    expect(acts.filter((name) => !actions.has(name))).toEqual([]);
  });

  test('every error is one that some operation, or every one, may answer', () => {
    const used = new Set(answered);
    // Nothing that a request holds makes a service unavailable: a fault has to be asked for.
    expect(Object.keys(errors).filter((name) => !used.has(name) && name !== 'service_unavailable')).toEqual([]);
  });

  test('every operation that is about one object says what it answers where there is none', () => {
    const silent = operations.filter(({ path, missing }) => path.includes('{id}') !== (missing !== undefined));
    expect(silent).toEqual([]);
    const mute = operations.filter(({ action, refused }) => action !== undefined && refused === undefined);
    expect(mute).toEqual([]);
  });

  test('every event that it sends is one of some version of the provider', () => {
    const known = new Set(
      versions
        .filter((version) => version.provider.name === provider.name)
        .flatMap((version) => rowsOf(version.provider).map(([type]) => type)),
    );
    const sent = consequencesOf(api).flatMap((consequence) => ('emit' in consequence ? consequence.emit : []));
    expect(sent.filter((type) => !known.has(type))).toEqual([]);
  });

  test('every status that an action leads out of or into is one that the resource has', () => {
    const wrong = Object.entries(resources).flatMap(([name, { schema, actions }]) =>
      Object.entries(actions as { readonly [Name: string]: readonly Action[] }).flatMap(([action, alternatives]) =>
        alternatives.flatMap(({ from, fill }) => {
          const status = fill?.['status'];
          const into = status !== undefined && 'value' in status ? [status.value] : [];
          const fields = objectsOf(schema).map((variant) => schemaAt(variant, 'status'));
          return [...from, ...into]
            .filter((value) => !fields.some((field) => field !== undefined && z.safeParse(field, value).success))
            .map((value) => `${name}.${action}: ${String(value)}`);
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('every field that is named is in the schema of its resource', () => {
    const wrong = Object.entries(resources).flatMap(([name, { schema, fields, expands, times }]) =>
      [...Object.keys(fields), ...Object.keys(expands), times.created, times.updated]
        .flatMap((path) => (path === undefined ? [] : [path.split('=')[0]!]))
        .filter((path) => objectsOf(schema).every((variant) => schemaAt(variant, path) === undefined))
        .map((path) => `${name}: ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every example of a credential is of its form, and no action is named like a function of a box', () => {
    for (const { pattern, example } of api.credentials.value) expect(example).toMatch(new RegExp(pattern));
    const { actions: _, ...core } = { ...createBox(provider), actions: undefined };
    const names = Object.values(resources).flatMap((resource) => Object.keys(resource.actions));
    const own = ['provider', 'seed', 'origins', 'fetch', 'trigger', 'act', 'deliveries', 'schedule', 'objects', 'load'];
    const more = ['fault', 'keys', 'settled', 'reset', 'snapshot', 'restore', 'isDelivering'];
    expect(names.filter((name) => [...own, ...more].includes(name))).toEqual([]);
    expect(Object.keys(core).toSorted()).toEqual([...new Set([...own, ...more, ...names])].toSorted());
  });
});

/** Every consequence that an API has anywhere. */
function consequencesOf({ resources, operations }: Api): Consequence[] {
  return [
    ...operations.flatMap(({ consequences }) => consequences ?? []),
    ...Object.values(resources).flatMap(({ consequences, actions }) => [
      ...consequences,
      ...Object.values(actions as { readonly [Name: string]: readonly Action[] })
        .flat()
        .flatMap((action) => action.consequences ?? []),
    ]),
  ];
}

/** Every statement of an API that must say how it is known. */
function statementsOf(api: Api): [about: string, evidence: Evidence][] {
  const { origins, prefix, credentials, idempotency, paging, expansion, errorBody } = api;
  return [
    ...Object.entries({ origins, prefix, credentials, idempotency, paging, expansion, errorBody }),
    ...Object.entries(api.errors),
    ...api.operations.map((operation): [string, Evidence] => [`${operation.method} ${operation.path}`, operation]),
    ...Object.entries(api.resources).flatMap(([name, resource]): [string, Evidence][] => [
      [name, resource],
      ...Object.entries(resource.fields),
      ...Object.entries(resource.actions as { readonly [Name: string]: readonly Action[] }).flatMap(
        ([action, alternatives]) => alternatives.map((each): [string, Evidence] => [action, each]),
      ),
    ]),
  ];
}
