/** How an agent names the own deadline. */
export const deadlineTexts = {
  deadline: {
    how: 'How is it named?',
    moment: 'By a moment',
    working: 'By working time from now',
    hours: 'Working hours',
    hoursMean: 'Counted by the hotline’s calendar, nights and days off left out.',
  },
};
