import { describe, it } from 'bun:test';
import { describeReceiver } from '#hookproof';
import { selection, smartpay, subject } from './subject.mjs';

const given = subject(process.env.BELIEVES);
// What a subject that has yet to start can show is known too late for these runners to skip a test.
describeReceiver(smartpay, process.env.STARTS ? () => given : given, { describe, it }, selection);
