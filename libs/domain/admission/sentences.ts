import type { Language } from '../regulation/types.ts';

/** What a person is told about each rule of admission, in the four languages. */
const sentences = {
  channelClosed: {
    ru: 'Обращения по этому каналу не принимаются.',
    uk: 'Звернення цим каналом не приймаються.',
    kk: 'Бұл арна арқылы өтініштер қабылданбайды.',
    en: 'Requests are not taken through this channel.',
  },
  chatWithoutInstructions: {
    ru: 'Чат начинается с инструкций: сначала напишите вопрос и посмотрите, нет ли на него готового ответа.',
    uk: 'Чат починається з інструкцій: спершу напишіть запитання й перевірте, чи немає на нього готової відповіді.',
    kk: 'Чат нұсқаулықтардан басталады: алдымен сұрағыңызды жазып, дайын жауап бар-жоғын қараңыз.',
    en: 'A chat begins with the instructions: write your question first and see whether it has been answered already.',
  },
  unknownEntryPoint: {
    ru: 'Такой формы или линии у этой службы нет.',
    uk: 'Такої форми чи лінії у цієї служби немає.',
    kk: 'Бұл қызметте мұндай нысан немесе желі жоқ.',
    en: 'This hotline has no such form or line.',
  },
  entryPointOfOtherChannel: {
    ru: 'Эта точка входа относится к другому каналу.',
    uk: 'Ця точка входу належить до іншого каналу.',
    kk: 'Бұл кіру нүктесі басқа арнаға жатады.',
    en: 'This entry point belongs to another channel.',
  },
  unknownProduct: {
    ru: 'Выберите продукт из списка.',
    uk: 'Виберіть продукт зі списку.',
    kk: 'Өнімді тізімнен таңдаңыз.',
    en: 'Choose a product from the list.',
  },
  unknownClientCategory: {
    ru: 'Выберите категорию клиента из списка.',
    uk: 'Виберіть категорію клієнта зі списку.',
    kk: 'Клиент санатын тізімнен таңдаңыз.',
    en: 'Choose a client category from the list.',
  },
  unknownCategory: {
    ru: 'Выберите тему обращения из списка.',
    uk: 'Виберіть тему звернення зі списку.',
    kk: 'Өтініш тақырыбын тізімнен таңдаңыз.',
    en: 'Choose a subject from the list.',
  },
  categoryNotOnChannel: {
    ru: 'Обращения на эту тему по этому каналу не принимаются.',
    uk: 'Звернення на цю тему цим каналом не приймаються.',
    kk: 'Бұл тақырыптағы өтініштер осы арна арқылы қабылданбайды.',
    en: 'Requests on this subject are not taken through this channel.',
  },
  contactNeeded: {
    ru: 'Укажите электронную почту или телефон, чтобы мы могли ответить.',
    uk: 'Вкажіть електронну пошту або телефон, щоб ми могли відповісти.',
    kk: 'Жауап бере алуымыз үшін электрондық поштаны немесе телефонды көрсетіңіз.',
    en: 'Give an e-mail address or a telephone number so that we can answer.',
  },
  unreadablePhone: {
    ru: 'Номер телефона прочитать не удалось. Напишите его цифрами, например с кодом страны.',
    uk: 'Не вдалося прочитати номер телефону. Напишіть його цифрами, наприклад із кодом країни.',
    kk: 'Телефон нөмірін оқу мүмкін болмады. Оны цифрлармен, мысалы, ел кодымен жазыңыз.',
    en: 'The telephone number could not be read. Write it in digits, with the country code if you can.',
  },
  fieldRequired: {
    ru: 'заполните это поле.',
    uk: 'заповніть це поле.',
    kk: 'осы өрісті толтырыңыз.',
    en: 'please fill in this field.',
  },
  fieldTooLong: {
    ru: 'Текст слишком длинный для этого поля.',
    uk: 'Текст задовгий для цього поля.',
    kk: 'Мәтін бұл өріс үшін тым ұзын.',
    en: 'The text is too long for this field.',
  },
  unknownChoice: {
    ru: 'Выберите значение из списка.',
    uk: 'Виберіть значення зі списку.',
    kk: 'Мәнді тізімнен таңдаңыз.',
    en: 'Choose a value from the list.',
  },
  rulesNotAccepted: {
    ru: 'Прочитайте правила общения и отметьте, что согласны с ними.',
    uk: 'Прочитайте правила спілкування і позначте, що погоджуєтеся з ними.',
    kk: 'Қарым-қатынас ережелерін оқып, келісетініңізді белгілеңіз.',
    en: 'Read the rules of conduct and mark that you accept them.',
  },
  rulesChanged: {
    ru: 'Правила за это время изменились. Прочитайте новую редакцию и подтвердите согласие ещё раз.',
    uk: 'Правила за цей час змінилися. Прочитайте нову редакцію і підтвердьте згоду ще раз.',
    kk: 'Осы уақыт ішінде ережелер өзгерді. Жаңа редакцияны оқып, келісіміңізді қайта растаңыз.',
    en: 'The rules have changed meanwhile. Read the new edition and accept it once more.',
  },
  noAttachments: {
    ru: 'С обращением нельзя передать файлы.',
    uk: 'Зі зверненням не можна передати файли.',
    kk: 'Өтінішпен бірге файл жіберуге болмайды.',
    en: 'No files can be sent with a request here.',
  },
  tooManyFiles: {
    ru: 'Файлов больше, чем можно приложить к одному обращению.',
    uk: 'Файлів більше, ніж можна додати до одного звернення.',
    kk: 'Файлдар бір өтінішке тіркеуге болатыннан көп.',
    en: 'There are more files than one request may carry.',
  },
  unknownFile: {
    ru: 'Этого файла больше нет. Приложите его ещё раз.',
    uk: 'Цього файлу вже немає. Додайте його ще раз.',
    kk: 'Бұл файл енді жоқ. Оны қайта тіркеңіз.',
    en: 'This file is no longer here. Attach it once more.',
  },
  filesNeedWords: {
    ru: 'Напишите хотя бы несколько слов: без сообщения файлы не отправляются.',
    uk: 'Напишіть хоча б кілька слів: без повідомлення файли не надсилаються.',
    kk: 'Кемінде бірнеше сөз жазыңыз: файлдар хабарламасыз жіберілмейді.',
    en: 'Write at least a few words: files are not sent without a message.',
  },
  emptyFile: {
    ru: 'Файл пустой.',
    uk: 'Файл порожній.',
    kk: 'Файл бос.',
    en: 'The file is empty.',
  },
  fileTooLarge: {
    ru: 'Файл больше, чем здесь принимают.',
    uk: 'Файл більший, ніж тут приймають.',
    kk: 'Файл мұнда қабылданатын көлемнен үлкен.',
    en: 'The file is larger than is taken here.',
  },
  fileTypeNotTaken: {
    ru: 'Файлы такого вида здесь не принимают.',
    uk: 'Файли такого виду тут не приймають.',
    kk: 'Мұндай түрдегі файлдар мұнда қабылданбайды.',
    en: 'Files of this kind are not taken here.',
  },
  notAudio: {
    ru: 'Это не звукозапись. Подойдёт MP3, OGG, M4A, AAC, WAV или WebM.',
    uk: 'Це не звукозапис. Підійде MP3, OGG, M4A, AAC, WAV або WebM.',
    kk: 'Бұл дыбыс жазбасы емес. MP3, OGG, M4A, AAC, WAV немесе WebM файлы керек.',
    en: 'This is no audio recording. MP3, OGG, M4A, AAC, WAV or WebM will do.',
  },
  recordingTooLong: {
    ru: 'Запись длиннее, чем здесь хранят.',
    uk: 'Запис довший, ніж тут зберігають.',
    kk: 'Жазба мұнда сақталатын ұзақтықтан асып кеткен.',
    en: 'The recording is longer than is kept here.',
  },
  lengthUnknown: {
    ru: 'Не удалось узнать длительность записи: файл повреждён или не сообщает её. Сохраните запись заново, например в MP3 или WAV.',
    uk: 'Не вдалося дізнатися тривалість запису: файл пошкоджено або він її не повідомляє. Збережіть запис ще раз, наприклад у MP3 чи WAV.',
    kk: 'Жазбаның ұзақтығын анықтау мүмкін болмады: файл бүлінген немесе ұзақтығы көрсетілмеген. Жазбаны қайта сақтаңыз, мысалы, MP3 немесе WAV пішімінде.',
    en: 'How long the recording is could not be told: the file is damaged or does not say. Save it again, as MP3 or WAV for example.',
  },
  unknownField: {
    ru: 'Такого поля в этой теме нет.',
    uk: 'Такого поля в цій темі немає.',
    kk: 'Бұл тақырыпта мұндай өріс жоқ.',
    en: 'This subject has no such field.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type AdmissionRule = keyof typeof sentences;

/** The same in every language, for a decision that does not know its reader. */
export const sentencesOf = (rule: AdmissionRule): Readonly<Record<Language, string>> => sentences[rule];

/** The sentence that tells a person, in their language, which rule of admission was not met. */
export const sentence = (rule: AdmissionRule, language: Language): string => sentences[rule][language];
