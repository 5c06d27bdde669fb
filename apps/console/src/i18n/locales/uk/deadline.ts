export const deadlineTexts = {
  deadline: {
    how: 'Як назвати строк?',
    moment: 'Моментом',
    working: 'Робочим часом від цієї хвилини',
    hours: 'Робочі години',
    hoursMean: 'Рахуються за календарем лінії, без ночей і вихідних.',
  },
};
