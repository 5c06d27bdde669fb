/** The edition whose rules of conduct the requester accepted with a request; empty where the regulation does not ask for it. */
export const acceptedRules = {
  name: '0004-accepted-rules',
  up: 'ALTER TABLE intake.requests ADD COLUMN accepted_rules text;',
};
