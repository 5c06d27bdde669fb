export const requesterTexts = {
  place: {
    title: 'Your place in the queue',
    of: '{{place}} of {{waiting}}',
    next: 'The next answer is yours.',
    ahead_one: '{{count}} request is ahead of yours.',
    ahead_other: '{{count}} requests are ahead of yours.',
    between:
      'At the recent pace the answer can be expected between {{from}} and {{to}}. This is an estimate, not a deadline.',
    by: 'At the recent pace the answer can be expected by {{to}}. This is an estimate, not a deadline.',
    none: 'It is too early to estimate the time: too few answers have been given to know the pace.',
    basis_one: 'The pace is that of the last {{count}} answer, counted in working hours.',
    basis_other: 'The pace is that of the last {{count}} answers, counted in working hours.',
  },
  acceptance: {
    title: 'Rules of conduct',
    accept: 'I have read these rules and will keep to them',
    accepted: 'Accepted rules',
  },
};
