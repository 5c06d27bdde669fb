export { bootService, createService, type RunningService, type Service, type ServiceDefinition } from './boot.ts';
export {
  Accepts,
  type Allow,
  Caller,
  ClientAddress,
  Endpoint,
  type EndpointSpec,
  endpoint,
  Input,
  type InputOf,
  type RateLimit,
} from './endpoint.ts';
export { FileAnswer, StreamAnswer } from './file-answer.ts';
export { acceptedLanguage, type Language } from './language.ts';
export { CONFIG } from './platform-module.ts';
export { EdgeProblem, edgeDocument, PROBLEM_TYPE, type ProblemDocument } from './problem.ts';
export { sendProblem } from './problem-filter.ts';
export { Readiness } from './readiness.ts';
export { LARGEST_FILE } from './server.ts';
export { type EventStream, sse } from './sse.ts';
export { isStorable } from './wellformed.ts';
