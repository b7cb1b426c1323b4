import { after, describe, it } from 'node:test';
import { describeReceiver } from '#hookproof';
import { selection, smartpay, subject } from './subject.mjs';

let closed = 0;
const open = () => ({ ...subject(process.env.BELIEVES), close: () => console.log(`closed ${++closed} times`) });
describeReceiver(smartpay, open, { describe, it, after }, selection);
