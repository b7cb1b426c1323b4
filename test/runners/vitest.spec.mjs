import { describeReceiver } from '#hookproof/vitest';
import { selection, smartpay, subject } from './subject.mjs';

describeReceiver(smartpay, () => subject(process.env.BELIEVES), selection);
