// How intake stands up to many people filing at once. Each answer comes only after the request is committed.
//   npm run load -- intake                 against a platform that it starts and stops itself
//   npm run load -- intake --url http://127.0.0.1:8080

import { check } from 'k6';
import http from 'k6/http';
import { Counter } from 'k6/metrics';

const url = __ENV.REGLAMENT_URL;
const tenant = __ENV.REGLAMENT_TENANT;
const seconds = Number(__ENV.LOAD_SECONDS || 10);
const clients = Number(__ENV.LOAD_CLIENTS || 8);

const accepted = new Counter('requests_accepted');

export const options = {
  scenarios: {
    people: { executor: 'constant-vus', vus: clients, duration: `${seconds}s`, gracefulStop: '5s' },
  },
  thresholds: {
    http_req_failed: ['rate<0.001'],
    checks: ['rate>0.999'],
    'http_req_duration{step:file}': ['p(95)<500', 'p(99)<1000'],
    requests_accepted: ['count>100'],
  },
};

/** Looks at the hotline once, as the form does: entry point and category come from its regulation, not from here. */
export function setup() {
  const hotline = http.get(`${url}/api/intake/hotlines/${tenant}`).json();
  const entry = hotline.entryPoints.find((e) => e.channel === 'web');
  const category = hotline.categories.find((c) => c.outOfScope === null);
  const fields = {};
  for (const field of category.fields) fields[field.id] = field.choices.length > 0 ? field.choices[0].id : 'load';
  const acceptedRules = hotline.acceptance === null ? undefined : hotline.edition.id;
  return { entryPoint: entry.id, category: category.id, language: hotline.languages[0], fields, acceptedRules };
}

export default function (hotline) {
  const one = `${__VU}-${__ITER}`;
  const body = JSON.stringify({
    entryPoint: hotline.entryPoint,
    category: hotline.category,
    language: hotline.language,
    requester: { name: `Load ${one}`, email: `load-${one}@example.org` },
    text: `Load test, request ${one}: how long until somebody looks at this?`,
    fields: hotline.fields,
    acceptedRules: hotline.acceptedRules,
  });
  const response = http.post(`${url}/api/intake/hotlines/${tenant}/requests`, body, {
    headers: { 'content-type': 'application/json', 'idempotency-key': `${__ENV.LOAD_RUN}-${one}` },
    tags: { step: 'file' },
  });
  const good = check(response, {
    'answered 201': (r) => r.status === 201,
    'has a registration number': (r) => r.status === 201 && /^\d{9,}$/.test(r.json('number')),
  });
  if (good) accepted.add(1);
}
