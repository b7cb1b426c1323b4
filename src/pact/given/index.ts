export { renderHttpPact } from './http-pact.ts';
export { renderMessagePacts } from './message-pact.ts';
export { rulesFor, type Matcher, type Rule, type Rules } from './rules.ts';
