export const fileTexts = {
  files: {
    title: 'Files',
    attach: 'Attach files',
    hint: 'Up to {{count}} files, each up to {{size}}. A screenshot can be pasted from the clipboard.',
    sending: 'Sending: {{name}}',
    remove: 'Remove: {{name}}',
    arrived: 'Attached: {{name}}',
    most: 'No more than {{count}} files can be attached',
    show: 'Show: {{name}}',
    save: 'Save: {{name}}',
    wait: 'The files are still on their way. Wait until they have arrived.',
    kilobytes: '{{number}} KB',
    megabytes: '{{number}} MB',
  },
};
