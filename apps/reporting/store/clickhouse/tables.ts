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

/** Tables that no event makes: copies of what the regulations and PostgreSQL say, kept true by the service. Every other table can be made anew from events. */
export const COPIES = ['tenants', 'question_members', 'question_groups'] as const;

/**
 * Where people's words stand beside the payloads of `events`, and what takes their place when a person is erased. Each table has the columns
 * `tenant` and `request_id`. Nothing is counted by them.
 */
export const WORDS: readonly { readonly table: string; readonly blank: string }[] = [
  {
    table: 'request_events',
    blank: "summary = '', question = '', detail = if(type = 'request.withdrawn.v1', '', detail)",
  },
  {
    table: 'request_current',
    blank:
      "summary = '', question = '', `steps.reason` = arrayMap((status, reason) -> if(status = 'withdrawn', '', reason), steps.status, steps.reason)",
  },
];
