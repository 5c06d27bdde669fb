export const fileTexts = {
  files: {
    title: 'Файли',
    attach: 'Додати файли',
    hint: 'До {{count}} файлів, кожен до {{size}}. Знімок екрана можна вставити з буфера обміну.',
    sending: 'Надсилається: {{name}}',
    remove: 'Прибрати: {{name}}',
    arrived: 'Файл додано: {{name}}',
    most: 'Можна додати не більше {{count}} файлів',
    show: 'Показати: {{name}}',
    save: 'Зберегти: {{name}}',
    wait: 'Файли ще надсилаються. Зачекайте, поки закінчиться.',
    kilobytes: '{{number}} КБ',
    megabytes: '{{number}} МБ',
  },
};
