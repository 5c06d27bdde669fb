import type { DocumentsRule, Regulation } from '../regulation/types.ts';
import type { Block, PaperDocument, Paragraph, Section } from '../report/document.ts';
import { longDayIn, NO_BREAK } from '../report/words.ts';
import { amountInRussian, roubles } from './amount.ts';
import type { EndedService } from './decide.ts';

// These documents are Russian papers by Russian law: they are written in Russian whatever the reader's language.

export interface NumberedDocument {
  readonly kind: DocumentsRule['kinds'][number]['kind'];
  readonly number: string;
  /** Local date, `YYYY-MM-DD`. */
  readonly dated: string;
}

const OPENING: Readonly<
  Record<NumberedDocument['kind'], (executor: string, client: string, period: string) => string>
> = {
  report: (executor, client, period) =>
    `Исполнитель (${executor}) отчитывается перед заказчиком (${client}) об услугах, оказанных ${period}.`,
  act: (executor, client, period) =>
    `Исполнитель (${executor}) оказал, а заказчик (${client}) принял услуги ${period}. Услуги оказаны полностью и в срок, претензий по объёму и качеству заказчик не имеет.`,
  invoice: (executor, client, period) =>
    `Исполнитель (${executor}) просит заказчика (${client}) оплатить услуги, оказанные ${period}.`,
};

/** A document after service (initiative 3.1), ready to be drawn: the same service and number give the same document. */
export function composeServiceDocument(
  regulation: Pick<Regulation, 'organisation' | 'tenant'>,
  rule: DocumentsRule,
  service: EndedService,
  { kind, number, dated }: NumberedDocument,
): PaperDocument {
  const executor = regulation.organisation.ru ?? Object.values(regulation.organisation)[0] ?? regulation.tenant;
  const name = rule.kinds.find((one) => one.kind === kind)?.name.ru ?? kind;
  const period = `с${NO_BREAK}${longDayIn('ru', service.from)} по${NO_BREAK}${longDayIn('ru', service.to)}`;
  const total = service.services.reduce((sum, one) => sum + cost(one), 0);
  const said = (text: string): Block => paragraph('plain', text);
  return {
    language: 'ru',
    title: name,
    of: executor,
    under: `№ ${number} от ${longDayIn('ru', dated)}`,
    running: `${name} № ${number}`,
    foot: `${name} № ${number}`,
    pageOf: ['Страница ', ' из '],
    dated,
    sections: [
      { heading: null, blocks: [said(OPENING[kind](executor, service.client, period)), table(service)] },
      {
        heading: null,
        blocks: [
          paragraph('strong', `Итого: ${roubles(total)} руб.`),
          said(`Сумма прописью: ${amountInRussian(total)}.`),
          ...(service.contractInForce ? [said(`Договор: ${rule.contract.ru ?? ''}, действует.`)] : []),
        ],
      },
      ...(kind === 'invoice' ? requisites(rule) : []),
      { heading: null, blocks: SIGNATURES[kind].map((text) => paragraph('signed', text)) },
    ],
  };
}

const paragraph = (tone: Paragraph['tone'], text: string): Paragraph => ({ kind: 'paragraph', text, tone });

/** Where the client pays to, a line each; nothing where the regulation does not say. */
function requisites({ requisites: text }: DocumentsRule): readonly Section[] {
  const lines = (text?.ru ?? '').split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0) return [];
  return [{ heading: 'Реквизиты для оплаты', blocks: lines.map((line) => paragraph('plain', line)) }];
}

/** In kopecks, rounded to a whole one: quantities may be parts of an hour. */
const cost = ({ quantity, price }: EndedService['services'][number]): number => Math.round(quantity * price);

const LINE = '____________________ / ____________________';
const SIGNATURES: Readonly<Record<NumberedDocument['kind'], readonly string[]>> = {
  report: [`Исполнитель: ${LINE}`],
  act: [`Исполнитель: ${LINE}`, `Заказчик: ${LINE}`],
  invoice: [`Руководитель: ${LINE}`],
};

function table({ services }: EndedService): Block {
  const number = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 3 });
  return {
    kind: 'table',
    name: 'Услуги',
    head: ['Услуга', 'Количество', 'Цена, руб.', 'Стоимость, руб.'],
    widths: [4.4, 1.4, 1.6, 1.8],
    rows: services.map((one) => [
      { text: one.name, value: null },
      { text: number.format(one.quantity), value: one.quantity },
      { text: roubles(one.price), value: one.price / 100 },
      { text: roubles(cost(one)), value: cost(one) / 100 },
    ]),
    empty: '',
  };
}
