import { describe, expect, test } from 'vitest';
import { renderJUnit } from '../../../src/conformance/index.ts';
import { check, failed, finding, hostileReport, report } from './sample.ts';
import { parseXml, type Element } from './xml.ts';

const find = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...find(child, name)]);

describe('renderJUnit()', () => {
  test('is a suite for each group and a case for each check', () => {
    const root = parseXml(renderJUnit(report([check({ milliseconds: 1500 }), check({ id: 'b', group: 'effects' })])));
    expect(root).toMatchObject({ name: 'testsuites', attributes: { name: 'hookproof acme@2024-06-01', tests: '2' } });
    expect(root.children.map(({ name, attributes }) => [name, attributes['name']])).toEqual([
      ['testsuite', 'What is answered'],
      ['testsuite', 'What deliveries bring about'],
    ]);
    expect(find(root, 'testcase')[0]).toMatchObject({
      attributes: {
        name: 'answers-only-post: Refuses every method but POST',
        classname: 'hookproof.acme@2024-06-01.answers',
        time: '1.500',
      },
      children: [],
    });
    expect(find(root, 'property').map(({ attributes }) => attributes)).toContainEqual({ name: 'seed', value: 'abc' });
  });

  test('is a failure only for a MUST that is broken', () => {
    const all = [
      failed({ id: 'must' }),
      failed({ id: 'should', level: 'SHOULD' }),
      check({ id: 'skipped', status: 'skipped', reason: 'it needs a probe' }),
      failed({ id: 'accepted', status: 'accepted' }, finding({ accepted: true })),
    ];
    const root = parseXml(renderJUnit(report(all, { passed: false })));
    expect(root.attributes).toMatchObject({ tests: '4', failures: '1', errors: '0', skipped: '3' });
    const [must, should, skipped, accepted] = find(root, 'testcase');
    expect(must!.children).toMatchObject([{ name: 'failure', attributes: { message: 'MUST broken: 1 finding' } }]);
    expect(must!.children[0]!.text).toContain('method PUT: charge.created\nexpected: a 4xx status\nactual: status 200');
    expect(should!.children.map(({ name }) => name)).toEqual(['skipped', 'system-out']);
    expect(should!.children[0]!.attributes['message']).toBe('SHOULD broken, which fails no run: 1 finding');
    expect(skipped!.children).toMatchObject([{ name: 'skipped', attributes: { message: 'it needs a probe' } }]);
    expect(accepted!.children[0]!.attributes['message']).toBe('MUST broken and accepted: 1 finding');
  });

  test('has an error where the run ended early, and a failure for what is fixed but listed', () => {
    const over = { ended: 'the receiver is gone', fixed: [{ check: 'a', delivery: 'twice' }], passed: false };
    const root = parseXml(renderJUnit(report([check()], over)));
    expect(root.attributes).toMatchObject({ tests: '3', failures: '1', errors: '1' });
    expect(find(root, 'error')).toMatchObject([{ text: 'the receiver is gone' }]);
    expect(find(root, 'testcase')[2]!.attributes['name']).toBe('a: twice: any fixture');
  });

  test('is well-formed whatever a receiver answers', () => {
    const root = parseXml(renderJUnit(hostileReport));
    expect(find(root, 'failure')[0]!.text).toContain(String.raw`</script><img src=//evil.example/x`);
    expect(find(root, 'failure')[0]!.text).toContain(String.raw`]]>&amp;\u0000\u001b[31m\u202e\ud800`);
  });
});
