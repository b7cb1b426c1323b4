import type { Check } from '../check.ts';

/** What no version is sent as. */
const others = ['text/plain', 'multipart/form-data; boundary=x', 'application/octet-stream'];

export const refusesOtherContentTypes: Check = {
  id: 'refuses-other-content-types',
  group: 'answers',
  level: 'SHOULD',
  title: 'Refuses a content type that the provider does not send, and does not break on it',
  source: 'RFC 9110 section 15.5.16; delivery.headers of the provider',
  async run(examination) {
    for (const fixture of examination.oneForEachObject) {
      // One for all: as none of them is believed, none is known when the next one comes.
      const right = await examination.sign(examination.fresh(fixture));
      for (const type of others) {
        const headers = { ...right.headers, 'Content-Type': type };
        await examination.expectRefused(fixture, `the content type ${type}`, { ...right, headers });
      }
    }
  },
};
