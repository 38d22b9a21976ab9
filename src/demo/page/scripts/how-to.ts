// Wilma Tarrow: nothing is wrong. She wants to know how to share a notebook, and says so nicely.
import type { Script } from '../dialogue/script';

export const howTo: Script = {
  id: 'how-to',
  channel: 'chat',
  customer: { name: 'Wilma Tarrow', firstName: 'Wilma', place: 'Lower Quell' },
  brand: 'Inkhollow',
  subject: 'Sharing a notebook',
  record: {
    rows: [
      { label: 'Workspace', value: 'Tarrow Garden Design' },
      { label: 'Plan', value: 'Team, 6 seats' },
      { label: 'Notebook', value: '“Mill Meadow planting”' },
      { label: 'Customer', value: 'for 2 years' },
    ],
    timeline: [
      { when: 'Last week', what: 'Notebook created' },
      { when: 'Today', what: 'Opened “Members”, then help' },
    ],
    options: [
      'Guest link: open the notebook, Share, Guest link, choose “Can read”. Needs no seat',
      'Take it back: Share, Guests, Remove; the link stops working at once',
    ],
  },
  before: [
    { kind: 'event', text: 'Wilma Tarrow started a chat from “Members”', minutesAgo: 1 },
    { kind: 'event', text: 'Assigned to you', minutesAgo: 0.5 },
  ],
  opening: [
    { text: 'Hi! A quick one, I hope :)', pauseMs: 1_500 },
    {
      text: 'I have a notebook, “Mill Meadow planting”, and I’d like a client to read it. She is not in our team.',
      pauseMs: 1_200,
    },
    { text: 'Can I give her a look without paying for another seat?', pauseMs: 800 },
  ],
  temper: 0,
  patienceMs: 150_000,
  nudges: [
    'No rush, I’m having tea :)',
    'Still there? I can come back later if it is busy.',
    'I’ll look in again after lunch then.',
  ],
  about: /notebook|share|guest|link|seat|wait|client/i,
  wants: [
    {
      id: 'how',
      by: [/\bguest\b|\bshare\b|\blink\b/i],
      relieves: 0.5,
      thanks: 'Oh, there it is. Share, then Guest link. I looked in Members the whole time!',
      asks: {
        hot: ['I only want to know how to share one notebook.'],
        cool: ['So how would I share it with her?', 'And where do I find that?', 'I still don’t see how to share it, sorry.'],
      },
    },
    {
      id: 'undo',
      by: [/\bremov\w+|take it (?:back|away)|stops? working|revok\w+|turn(?:ed)? (?:it )?off|any ?time/i],
      relieves: 0.5,
      thanks: 'Perfect, that is what I hoped.',
      asks: {
        hot: ['And how do I take it away again? Please.'],
        cool: [
          'One more: can I take it away again once the garden is planted?',
          'And taking it away again later, does that work?',
        ],
      },
    },
  ],
  answers: [
    { asked: /which notebook|name of the notebook/i, line: '“Mill Meadow planting”.' },
    { asked: /read|edit|change|comment/i, line: 'Only read. She would move every rose :)' },
    { asked: /e-?mail|who is|account/i, line: 'She has no account with you. Just an e-mail address.' },
    { asked: /anything else/i, line: 'Not that I know of :)' },
    {
      asked: /how can i help|what can i do|tell me|what happened/i,
      line: 'I’d like to share one notebook with a client, that’s all.',
    },
  ],
  replies: {
    calm_down: ['Oh, I am quite calm? I only asked about a notebook.', 'That is an odd thing to say to me.'],
    policy: ['I’m not sure what policy has to do with it.'],
    refuses: ['That’s a pity. Is there really no way?', 'Hm. Your own website says there is.'],
    passes_on: [
      'Oh. I thought this was the right place. Can you not just tell me?',
      'That makes two places now. It is a small question.',
    ],
    doubts: ['Well, yes, I think I am…'],
    blames: ['I didn’t know that I did anything wrong.', 'That is not very friendly.'],
    provoked: ['That was a bit sharp, I think.', 'I’m not sure I like the tone.'],
    hollow: ['No harm done! I just have the one question.'],
    bare: ['No harm done!'],
    greeted: ['Hello!'],
    repeated: ['You wrote that already, I think?', 'That came twice.'],
    interrupted: ['Oh, I wasn’t quite done, but never mind.'],
    empty: ['I don’t think I follow.', 'Sorry, I’m none the wiser.'],
    confirmed: ['Yes, just that.', 'Yes :)'],
    puzzled: ['I couldn’t say, sorry.', 'No idea!'],
  },
  solved: { cool: ['Lovely, that’s everything. Thank you so much!'], hot: 'Right. Thank you, I think.' },
  goodbye: 'No, that’s all. Have a nice day!',
  walkout: 'I’ll ask somebody else, thank you. I did not expect this.',
};
