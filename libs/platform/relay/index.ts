export { ForgetWords, type ForgetWordsParts } from './forget-words.ts';
export { Relay, type RelayOptions } from './relay.ts';
