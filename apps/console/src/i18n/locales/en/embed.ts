export const embedTexts = {
  embed: {
    title: 'Forms on your sites',
    intro:
      'Whoever keeps your site puts these lines into the page where the form should stand. The form takes the width of its place and its own height.',
    sites: 'May be shown by: {{sites}}',
    noSites: 'The regulation names no site for this form, so no site can show it.',
    copy: 'Copy the lines',
    copied: 'Copied',
    look: 'Look at the form alone',
    noForms: 'This hotline has no forms',
    unknown: 'There is no such form here.',
    wholePage: 'Hours and rules',
  },
};
