export const recordingTexts = {
  recordings: {
    title: 'Calls and recordings',
    open: 'Recordings',
    openOf: 'Recordings of calls about request {{number}}',
    none: 'There were no calls about this request.',
    noneYet: 'A recording is added to a call: note the call under “Next step” first.',
    incoming: 'The call in which the request was filed',
    outgoing: 'A call to the requester',
    empty: 'No recordings',
    add: 'Add a recording',
    addTo: 'Add a recording to the call of {{at}}',
    hint: 'Audio of up to {{size}} and no longer than {{length}}.',
    play: 'Recording of the call of {{at}}, {{length}} long',
    length: '{{length}} long',
    save: 'Save',
    kept: 'The recording is kept: {{name}}',
  },
};
