export const fileTexts = {
  files: {
    title: 'Файлдар',
    attach: 'Файл тіркеу',
    hint: 'Ең көбі {{count}} файл, әрқайсысы {{size}} дейін. Экран суретін алмасу буферінен қоюға болады.',
    sending: 'Жіберіліп жатыр: {{name}}',
    remove: 'Алып тастау: {{name}}',
    arrived: 'Файл тіркелді: {{name}}',
    most: 'Ең көбі {{count}} файл тіркеуге болады',
    show: 'Көрсету: {{name}}',
    save: 'Сақтау: {{name}}',
    wait: 'Файлдар әлі жіберіліп жатыр. Аяқталғанша күте тұрыңыз.',
    kilobytes: '{{number}} КБ',
    megabytes: '{{number}} МБ',
  },
};
