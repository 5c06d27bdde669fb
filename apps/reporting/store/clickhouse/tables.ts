/** Every table that holds tenants' rows, by a column `tenant`: a tenant's query sees only its own in each of them. */
export const TENANT_TABLES = [
  'events',
  'tenants',
  'staff_facts',
  'request_events',
  'request_current',
  'question_members',
  'question_groups',
] as const;

/** Tables and views that a tenant's reader account sees, each under its own name; each has a column `tenant`. */
export const READABLE = [...TENANT_TABLES, 'requests', 'clocks', 'status_facts', 'work_facts'] as const;
