/** Events of many hotlines over years, made inside ClickHouse: whole lives of requests, as the services would tell them. */
import type { Regulation } from '@reglament/domain/regulation';
import type { ClickHouse } from '@reglament/platform/clickhouse';

export interface Load {
  /** Altogether; what comes out differs by a few percent. */
  readonly events: number;
  readonly tenants: number;
  /** The last day ends here. */
  readonly until: Date;
  readonly days: number;
}

export interface Share {
  readonly tenant: string;
  readonly requests: number;
}

/** Events of one request on the average. */
const EVENTS_EACH = 13.7;
/** Hotlines differ in size: the first of a hundred has about a twelfth of everything, the last a three-hundredth. */
const SKEW = 0.7;

/** How many requests each hotline has, the largest first. */
export function shares({ events, tenants }: Load): Share[] {
  const weights = Array.from({ length: tenants }, (_, index) => (index + 1) ** -SKEW);
  const all = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((weight, index) => ({
    tenant: `hotline-${String(index + 1).padStart(3, '0')}`,
    requests: Math.max(1, Math.round(((events / EVENTS_EACH) * weight) / all)),
  }));
}

const DAY = 86_400_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What requests are about: names of the regulation, so that the page can name them. */
export interface Ground {
  readonly categories: readonly string[];
  readonly entryPoints: readonly string[];
  readonly products: readonly string[];
  readonly rules: readonly { readonly id: string; readonly clause: string }[];
  readonly reasons: readonly string[];
}

export function groundOf({ categories, entryPoints, products, clocks, reasons }: Regulation): Ground {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
  return {
    categories: [...categories.keys()],
    entryPoints: ids(entryPoints),
    products: ids(products),
    rules: clocks.slice(0, 3).map(({ id, clause }) => ({ id, clause })),
    reasons: ids(reasons),
  };
}

const QUESTIONS = [
  'The program does not open after the update and shows an empty window',
  'How do I change the password of my own account',
  'Не печатает принтер в кабинете, бумага есть, лампа горит',
  'Не приходит письмо с подтверждением регистрации на портале',
  'Құжатқа электрондық қолтаңба қойылмайды, қате шығады',
  'Не вдається увійти до кабінету після зміни телефону',
  'Отчёт за прошлый месяц не сходится с ведомостью',
  'Прошу добавить нового сотрудника в список согласующих',
];

/** Statements of one hotline: where its moments fall and what its events say. */
function statementOf({ tenant, requests }: Share, { until, days }: Load, ground: Ground): string {
  const chance = (salt: number) => `(cityHash64(number, ${salt}, '${tenant}') / 18446744073709551616.)`;
  const list = (items: readonly string[]) => `[${items.map((item) => `'${item.replaceAll("'", '’')}'`).join(', ')}]`;
  const pick = (items: readonly string[], salt: number) =>
    items.length === 0 ? "''" : `${list(items)}[1 + cityHash64(number, ${salt}, '${tenant}') % ${items.length}]`;
  const later = (moment: string, atLeast: number, spread: number, salt: number) =>
    `${moment} + ${atLeast} + toInt64(${spread} * ${chance(salt)})`;
  const iso = (moment: string) =>
    `concat(replaceOne(toString(fromUnixTimestamp64Milli(${moment}, 'UTC')), ' ', 'T'), 'Z')`;
  const json = (...fields: readonly string[]) => `concat('{"requestId":"', rid, '"', ${fields.join(', ')}, '}')`;
  const text = (name: string, value: string) => `',"${name}":"', ${value}, '"'`;
  const raw = (name: string, value: string) => `',"${name}":', ${value}`;
  const staff = (name: string, who: string) =>
    `',"${name}":{"kind":"staff","id":"', ${who}, '","name":"', ${who}, '"}'`;
  const event = (when: string, type: string, source: string, at: string, payload: string) =>
    `if(${when}, ('${type}', '${source}', ${at}, ${payload}), ('', '', toInt64(0), ''))`;
  const clock = (place: number, begun: string, ended: string, within: number, when: string) => {
    const { id = 'answer', clause = '1' } = ground.rules[place] ?? {};
    const common = [text('clockId', `rid, ':${id}:1'`), text('rule', `'${id}'`), text('clause', `'${clause}'`)];
    const due = `(${begun} + ${within})`;
    return [
      event(
        when,
        'clock.scheduled.v1',
        'sla',
        begun,
        json(...common, text('state', "'running'"), text('dueAt', iso(due)), raw('warnAt', "'null'")),
      ),
      event(
        `${when} AND ${ended} > ${begun} + ${within * 0.75}`,
        'clock.warned.v1',
        'sla',
        `toInt64(${begun} + ${within * 0.75})`,
        json(...common, text('dueAt', iso(due))),
      ),
      event(
        `${when} AND ${ended} > ${due}`,
        'clock.expired.v1',
        'sla',
        due,
        json(...common, text('dueAt', iso(due)), raw('late', "'false'")),
      ),
      event(
        when,
        'clock.stopped.v1',
        'sla',
        ended,
        json(
          ...common,
          text('verdict', `if(${ended} > ${due}, 'broken', 'kept')`),
          text('dueAt', iso(due)),
          text('stoppedAt', iso(ended)),
          raw('countedMs', `toString(${ended} - ${begun})`),
          raw('elapsedMs', `toString(${ended} - ${begun})`),
        ),
      ),
    ];
  };
  const resolve = (when: string, at: string) =>
    event(
      when,
      'work.resolved.v1',
      'routing',
      at,
      json(staff('by', 'agent'), raw('messageId', "'null'"), raw('text', "'null'")),
    );
  const events = [
    event(
      'true',
      'request.submitted.v1',
      'intake',
      'sent + 200',
      json(
        text('number', 'toString(100000000 + number)'),
        text('channel', pick(['web', 'web', 'web', 'phone', 'phone', 'email', 'api'], 20)),
        text('entryPoint', pick(ground.entryPoints, 21)),
        text('category', pick(ground.categories, 22)),
        raw('clientCategory', "'null'"),
        text('product', pick(ground.products, 23)),
        text('language', pick(['ru', 'ru', 'uk', 'kk', 'en'], 24)),
        raw('urgent', `if(${chance(25)} < 0.1, 'true', 'false')`),
        text('edition', "'1'"),
        text('submittedAt', iso('sent')),
        text('summary', 'question'),
        text('question', 'question'),
        raw('registeredBy', "'null'"),
      ),
    ),
    event('true', 'work.queued.v1', 'routing', 'queued', json(text('number', 'toString(100000000 + number)'))),
    ...clock(0, 'sent', 'queued', 3 * MINUTE, 'true'),
    event("fate = 'withdrawn'", 'request.withdrawn.v1', 'intake', 'assigned', json(raw('reason', "'null'"))),
    ...clock(1, 'queued', 'assigned', 5 * MINUTE, 'worked'),
    event(
      'worked',
      'work.assigned.v1',
      'routing',
      'assigned',
      json(staff('agent', 'agent'), staff('by', 'moderator'), raw('previousAgentId', "'null'")),
    ),
    event(
      `worked AND ${chance(30)} < 0.12`,
      'work.call-attempted.v1',
      'routing',
      'assigned + 30000',
      json(staff('by', 'agent'), text('outcome', pick(['answered', 'answered', 'no-answer', 'busy'], 31))),
    ),
    event(
      `worked AND ${chance(32)} < 0.03`,
      'work.postponed.v1',
      'routing',
      'assigned + 40000',
      json(staff('by', 'agent'), text('reason', pick(ground.reasons, 33))),
    ),
    event(
      'worked AND replied',
      'work.replied.v1',
      'routing',
      'acted',
      json(staff('by', 'agent'), text('text', "'Please try again with the new version.'")),
    ),
    ...clock(2, 'sent', 'ended', 2 * HOUR, "fate IN ('resolved', 'cancelled', 'declined')"),
    resolve("fate = 'resolved'", 'ended'),
    event(
      "fate = 'cancelled'",
      'work.cancelled.v1',
      'routing',
      'ended',
      json(staff('by', 'agent'), text('reason', pick(ground.reasons, 34))),
    ),
    event(
      "fate = 'declined'",
      'work.declined.v1',
      'routing',
      'ended',
      json(staff('by', 'agent'), text('reason', pick(ground.reasons, 35))),
    ),
    event(
      "fate = 'resolved' AND again",
      'work.reopened.v1',
      'routing',
      'reopened',
      json(staff('by', 'moderator'), text('because', "'It broke again.'")),
    ),
    resolve(`fate = 'resolved' AND again AND ${chance(36)} < 0.95`, later('reopened', HOUR, 47 * HOUR, 37)),
  ];
  const from = until.getTime() - days * DAY;
  return `INSERT INTO events (tenant, type, source, occurred_at, id, subject_id, payload, stream_seq)
SELECT '${tenant}', one.1, one.2, fromUnixTimestamp64Milli(one.3, 'UTC'), reinterpretAsUUID(sipHash128(one.1, one.3, one.4)), rid, one.4, number FROM (
  WITH
    intDiv(number * ${days}, ${requests}) AS day,
    ${from} + day * ${DAY} + ${6 * HOUR} + toInt64(${12 * HOUR} * ${chance(1)}) AS sent,
    ${later('sent', 500, 4 * MINUTE, 2)} AS queued,
    ${later('queued', 2_000, 9 * MINUTE, 3)} AS assigned,
    ${later('assigned', MINUTE, 3 * HOUR, 4)} AS acted,
    ${chance(5)} < 0.6 AS replied,
    if(replied, ${later('acted', MINUTE, 8 * HOUR, 6)}, acted) AS ended,
    ${chance(7)} AS luck,
    multiIf(luck < 0.04, 'withdrawn', luck < if(day > ${days - 30}, 0.14, 0.042), 'waiting', luck < 0.22, 'cancelled', luck < 0.28, 'declined', 'resolved') AS fate,
    fate IN ('resolved', 'cancelled', 'declined') OR (fate = 'waiting' AND ${chance(8)} < 0.8) AS worked,
    ${chance(9)} < 0.08 AS again,
    ${later('ended', HOUR, 59 * HOUR, 10)} AS reopened,
    concat('agent-', leftPad(toString(cityHash64(number, 11, '${tenant}') % 20), 2, '0')) AS agent,
    concat('moderator-', toString(cityHash64(number, 12, '${tenant}') % 3)) AS moderator,
    concat(${pick(QUESTIONS, 13)}, ' ', toString(cityHash64(number, 14) % 500)) AS question,
    leftPad(lower(hex(sent)), 12, '0') AS head,
    lower(hex(sipHash128(number, '${tenant}'))) AS tail,
    concat(substring(head, 1, 8), '-', substring(head, 9, 4), '-7', substring(tail, 1, 3), '-8', substring(tail, 4, 3), '-', substring(tail, 7, 12)) AS rid
  SELECT number, rid, arrayFilter(e -> e.1 != '', [${events.join(',\n    ')}]) AS told FROM numbers(${requests}))
ARRAY JOIN told AS one`;
}

/** Generates one hotline's events. Seconds of the engine's work; the facts are made by the archive's own view. */
export async function generate(house: ClickHouse, share: Share, load: Load, ground: Ground): Promise<void> {
  await house.client.command({
    query: statementOf(share, load, ground),
    http_headers: { 'x-clickhouse-database': house.database },
    clickhouse_settings: {
      max_block_size: '8192',
      max_execution_time: 0,
      max_memory_usage: String(8 * 2 ** 30),
      wait_end_of_query: 1,
    },
  });
}
