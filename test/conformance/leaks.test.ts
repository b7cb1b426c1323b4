import { describe, expect, test } from 'vitest';
import { leakIn } from '../../src/conformance/leaks.ts';
import { acme } from '../support/acme.ts';

const event = {
  id: 'evt_0000000000000001',
  type: 'customer.created',
  created: 1,
  data: { object: { id: 'cus_4n8p1z', object: 'customerCard', status: 'pending_review', name: "Zoë O'Hara", age: 7 } },
};
const signature = 'ab'.repeat(32);
const leak = (body: string) => leakIn(body, acme, { event, signature });

describe('leakIn()', () => {
  test.each([
    ['JavaScript', 'TypeError: x\n    at read (file:///srv/shop.js:10:5)'],
    ['JavaScript in HTML', '<pre>TypeError: x<br> at read (/srv/shop.js:10:5)</pre>'],
    ['Python', 'Traceback (most recent call last):\n  File "shop.py", line 3, in read'],
    ['Java', 'java.lang.Error\n\tat com.shop.Hook.read(Hook.java:12)'],
    ['PHP', 'Exception\n#0 /srv/shop.php(12): read()'],
    ['Go', 'panic: x\n\ngoroutine 1 [running]:'],
    ['Ruby', "shop.rb:12:in `read'"],
  ])('finds a stack trace of %s', (_, body) => {
    expect(leak(body)).toBe('with a stack trace');
  });

  test.each([
    ['a secret, where it was', 'key is [secret]', 'with the secret'],
    ['the signature that would be right', `expected ${signature}`, 'with the signature that would be right'],
    ['a name', "no customer Zoë O'Hara", 'with some of the payload'],
    ['the id of an object', 'no customer cus_4n8p1z', 'with some of the payload'],
  ])('finds %s', (_, body, found) => {
    expect(leak(body)).toBe(found);
  });

  test.each([
    ['nothing', ''],
    ['a reason', '{"error":"the signature is missing"}'],
    ['the id of the event', 'cannot read evt_0000000000000001'],
    ['its type', 'cannot read customer.created'],
    ['the name of an object', 'a customerCard has no owner'],
    ['a status', 'status pending_review is unknown'],
    ['words between which there is a number', 'come back at 10:30'],
  ])('lets %s be', (_, body) => {
    expect(leak(body)).toBeUndefined();
  });
});
