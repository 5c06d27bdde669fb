import type { DocumentsRule } from '../regulation/types.ts';
import { allow, type Decision, refuse } from '../request/outcome.ts';
import { unknownChoice } from '../request/remote-session.ts';

export type DocumentKind = DocumentsRule['kinds'][number]['kind'];

/** What was done for a client, as it stands in the documents. Dates are local `YYYY-MM-DD`, money whole kopecks. */
export interface EndedService {
  readonly client: string;
  readonly from: string;
  readonly to: string;
  readonly services: readonly { readonly name: string; readonly quantity: number; readonly price: number }[];
  readonly contractInForce: boolean;
  /** How the client wants the documents: an id of the regulation. */
  readonly delivery: string;
}

/** Which documents are owed (initiative 3.1); refuses a second end, a period that ends before it begins, an unknown delivery. */
export function decideService(
  rule: DocumentsRule,
  service: EndedService,
  isEnded: boolean,
): Decision<readonly DocumentKind[]> {
  const { clause, deliveries, kinds } = rule;
  if (isEnded)
    return refuse(
      'service-already-ended',
      {
        ru: 'Завершение услуг по этому обращению уже отмечено, документы составлены.',
        uk: 'Завершення послуг за цим зверненням уже позначено, документи складено.',
        kk: 'Бұл өтініш бойынша қызметтің аяқталғаны белгіленген, құжаттар жасалған.',
        en: 'Services on this request have been ended already, and the documents exist.',
      },
      { clause },
    );
  if (service.to < service.from)
    return refuse(
      'service-ends-before-start',
      {
        ru: 'Услуги не могут закончиться раньше, чем начались.',
        uk: 'Послуги не можуть закінчитися раніше, ніж почалися.',
        kk: 'Қызмет басталмай тұрып аяқтала алмайды.',
        en: 'Services cannot end before they begin.',
      },
      { clause },
    );
  if (!deliveries.some(({ id }) => id === service.delivery)) return unknownChoice(deliveries, clause);
  return allow(kinds.filter((one) => !(one.unlessContract && service.contractInForce)).map(({ kind }) => kind));
}

/** Refuses documents that go another way than the regulation knows, nowhere to be tracked, or twice, or before there are any. */
export function decideDispatch(
  rule: DocumentsRule,
  asked: { readonly delivery: string; readonly trackingNumber: string },
  state: { readonly isEnded: boolean; readonly isDispatched: boolean },
): Decision<null> {
  const { clause } = rule;
  if (!state.isEnded)
    return refuse(
      'no-documents-yet',
      {
        ru: 'Отправлять нечего: сначала отметьте, что услуги завершены.',
        uk: 'Надсилати нічого: спершу позначте, що послуги завершено.',
        kk: 'Жіберетін ештеңе жоқ: алдымен қызметтің аяқталғанын белгілеңіз.',
        en: 'There is nothing to send: first say that services have ended.',
      },
      { clause },
    );
  if (state.isDispatched)
    return refuse(
      'already-dispatched',
      {
        ru: 'Документы уже отправлены.',
        uk: 'Документи вже надіслано.',
        kk: 'Құжаттар бұрын жіберілген.',
        en: 'The documents have been sent already.',
      },
      { clause },
    );
  return rule.deliveries.some(({ id }) => id === asked.delivery) ? allow(null) : unknownChoice(rule.deliveries, clause);
}

/** `А-2025-000012`: prefix of the kind, year, running number of the kind in it. */
export const documentNumber = (prefix: string, year: string, sequence: number): string =>
  `${prefix}-${year}-${String(sequence).padStart(6, '0')}`;
