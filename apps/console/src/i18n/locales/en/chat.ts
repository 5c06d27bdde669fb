export const chatTexts = {
  chat: {
    title: 'Chat',
    link: 'Chat with the support',
    none: 'This hotline has no chat.',
    open: 'Consultants are here now.',
    closed:
      'Nobody is here now. The chat opens {{time}}. Write all the same: your message will be taken and answered then.',
    question: 'What would you like to ask?',
    look: 'See the instructions',
    readFirst: 'Please read this first',
    nothing: 'No instructions match your question.',
    goOn: 'Go on',
    notAnswered: 'This does not answer my question',
    begin: 'Begin the chat',
    leave: 'Leave the message',
    number: 'Your request is {{number}}. Keep the number: the conversation stays with it.',
    words: 'Your message',
    say: 'Send',
    keys: 'Enter to send, Shift+Enter for a new line',
    over: 'This conversation has ended.',
    another: 'Leave this chat',
  },
};
