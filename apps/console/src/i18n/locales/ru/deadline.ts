export const deadlineTexts = {
  deadline: {
    how: 'Как назвать срок?',
    moment: 'Моментом',
    working: 'Рабочим временем от этой минуты',
    hours: 'Рабочие часы',
    hoursMean: 'Считаются по календарю линии, без ночей и выходных.',
  },
};
