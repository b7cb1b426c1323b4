export { signedAttempt, signedRequest, toRequest, type Attempt, type AttemptOptions } from './attempt.ts';
export { decodeBody, encodeEvent, type EncodedEvent } from './encode.ts';
export { isLoopback } from './loopback.ts';
export { withoutLogin } from './without-login.ts';
export { verify, type Refusal, type RefusalCode, type Verdict, type VerifyOptions } from './verify.ts';
