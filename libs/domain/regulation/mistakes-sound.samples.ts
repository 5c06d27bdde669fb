/** A small regulation without a mistake; each test spoils one place of it. */
export const sound = `tenant: small
country: KZ
languages: [ru, kk]
name: { ru: Линия, kk: Желі }
organisation: { ru: Малая, kk: Шағын }
edition: { id: 1, inForceFrom: 2026-01-01 }
phone: 8 800
texts:
  welcome: { ru: Пишите, kk: Жазыңыз }
  closed: { ru: Закрыто, kk: Жабық }
clauses:
  1: { kind: S, text: { ru: Часы, kk: Сағаттар } }
  2: { kind: S, text: { ru: Способы, kk: Жолдар } }
  3: { kind: S, text: { ru: Сроки, kk: Мерзімдер } }
calendar:
  clause: 1
  timeZone: Asia/Almaty
  week: { mon-fri: '09:00-13:00, 14:00-18:00' }
  productionCalendar: ru
channels:
  web: { open: yes, clause: 2 }
  phone: { open: no, clause: 2, refusal: { ru: Нет, kk: Жоқ } }
entryPoints:
  form: { name: { ru: Форма, kk: Нысан }, channel: web, clause: 2 }
clientCategories:
  guest: { ru: Гость, kk: Қонақ }
  user: { ru: Пользователь, kk: Пайдаланушы }
kinds:
  question: { ru: Вопрос, kk: Сұрақ }
skills:
  talk: { ru: Беседа, kk: Әңгіме }
fields:
  login: { name: { ru: Логин, kk: Логин } }
categories:
  ask:
    name: { ru: Вопрос, kk: Сұрақ }
    kind: question
    clause: 2
    skill: talk
    requires: login
    outOfScope: { clause: 2, vendor: maker }
clocks:
  answer:
    name: { ru: Ответ, kk: Жауап }
    clause: 3
    starts: request.submitted
    stops: work.replied
    within: 30 min
    warnAt: [50 %, 80 %]
    onExpiry: [{ do: escalate, to: manager }]
  silence:
    name: { ru: Молчание, kk: Үнсіздік }
    clause: 3
    starts: work.information-requested
    stops: [work.resumed]
    within:
      guest: { question: 8 h }
      user: { question: 2 working days }
    onExpiry: [{ do: offer-cancel, reason: silent }]
vendors:
  maker: { name: { ru: Автор, kk: Автор }, email: maker@example.org, contracted: yes, clause: 2 }
reasons:
  silent: { name: { ru: Молчит, kk: Үнсіз }, use: cancel }
  foreign: { name: { ru: Чужое, kk: Бөтен }, use: decline }
queueOrder: arrival
letters:
  acknowledged: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{name}', kk: '{name}' } }
  replied: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{text}', kk: '{text}' } }
  information-requested: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{text}', kk: '{text}' } }
  resolved: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{text}', kk: '{text}' } }
  cancelled: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{reason}', kk: '{reason}' } }
  declined: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{clause}', kk: '{clause}' } }
  handed-over: { subject: { ru: '{number}', kk: '{number}' }, body: { ru: '{vendor}', kk: '{vendor}' } }
assumptions:
  - { at: clocks.answer.within, note: guessed }
`;
