export const fileTexts = {
  files: {
    title: 'Файлы',
    attach: 'Приложить файлы',
    hint: 'До {{count}} файлов, каждый до {{size}}. Снимок экрана можно вставить из буфера обмена.',
    sending: 'Отправляется: {{name}}',
    remove: 'Убрать: {{name}}',
    arrived: 'Файл приложен: {{name}}',
    most: 'Можно приложить не больше {{count}} файлов',
    show: 'Показать: {{name}}',
    save: 'Сохранить: {{name}}',
    wait: 'Файлы ещё отправляются. Подождите, пока закончится.',
    kilobytes: '{{number}} КБ',
    megabytes: '{{number}} МБ',
  },
};
