// Marta Velling: a parcel that never came. Short bursts, capitals, rising fury; softens when somebody owns it and names a time.
import type { Script } from '../dialogue/script';

export const parcel: Script = {
  id: 'parcel',
  channel: 'chat',
  customer: { name: 'Marta Velling', firstName: 'Marta', place: 'Hexley' },
  brand: 'Ottermoor Outdoor',
  subject: 'Parcel never came',
  record: {
    rows: [
      { label: 'Order', value: 'OM-58213' },
      { label: 'Item', value: 'Fellrunner 40 rucksack, slate' },
      { label: 'Paid', value: '£86.50, next-day £5.90' },
      { label: 'Address', value: '14 Weir Lane, Hexley' },
      { label: 'Contacts', value: '3 in 9 days' },
    ],
    timeline: [
      { when: 'Sun 12 Oct', what: 'Order placed, next-day delivery' },
      { when: 'Mon 13 Oct', what: 'Left the Bramford warehouse' },
      { when: 'Tue 14 Oct', what: 'Driver: “delivery attempted”. No photo, no card' },
      { when: 'Wed 15 Oct', what: 'Back at the Hexley depot, shelf 7' },
    ],
    options: [
      'Courier from the Hexley depot: today, between 17:00 and 19:00',
      'New rucksack from Bramford: tomorrow before noon',
      'Delivery charge of £5.90 goes back within 2 days',
    ],
  },
  before: [
    { kind: 'event', text: 'Marta Velling started a chat from “Where is my order?”', minutesAgo: 1.5 },
    {
      kind: 'bot',
      text: 'Hello! I can look up a delivery for you. Type your order number, or ask for a person.',
      minutesAgo: 1.5,
    },
    { kind: 'customer', text: 'A person please', minutesAgo: 1 },
    { kind: 'bot', text: 'Of course. Somebody will be with you in a moment.', minutesAgo: 1 },
    { kind: 'event', text: 'Assigned to you', minutesAgo: 0.8 },
  ],
  opening: [
    { text: 'Where is my parcel', pauseMs: 800 },
    { text: 'Order OM-58213. It was supposed to come on Tuesday.', pauseMs: 300 },
    { text: 'I took a day off work for it. I sat in the hall all day and NOBODY came', pauseMs: 300 },
    { text: 'and then your tracking says “delivery attempted” which is a LIE', pauseMs: 200 },
    { text: 'This is the third time I am explaining this to one of you!!', pauseMs: 200 },
  ],
  temper: 4,
  patienceMs: 40_000,
  nudges: [
    ['Hello??', 'Is anybody there'],
    ['Unbelievable. You are doing it AGAIN', 'I have been waiting in this chat longer than in my own hall'],
    ['ANSWER ME', 'or do I have to drive to your warehouse and get it myself'],
    'I want my £86.50 back. Today. I am done with you people.',
  ],
  about: /parcel|rucksack|order|deliver|tuesday|driver|day off|hall|tracking|wait|nobody|courier|trip|friday/i,
  wants: [
    {
      id: 'heard',
      by: ['acknowledges'],
      relieves: 0.5,
      thanks: 'Yes. EXACTLY. A whole day.',
    },
    {
      id: 'sorry',
      by: ['sorry'],
      relieves: 1,
      thanks: 'Well. You are the first one to say that.',
      asks: {
        hot: ['Not ONE of you has even said sorry', 'Still no apology. Interesting.'],
        cool: ['An apology would have been nice, by the way.'],
      },
    },
    {
      id: 'plan',
      by: [
        /\b(?:courier|replacement|re-?send|send(?:ing)? (?:you )?(?:a|another|the|it|out)|new (?:one|rucksack)|refund|depot|bramford|bring it)\b/i,
      ],
      relieves: 1,
      thanks: 'OK. That is the first real thing anybody has told me.',
      asks: {
        hot: [
          ['So what are you going to DO about it', 'Because I need that rucksack'],
          'WHAT. HAPPENS. NOW.',
          'You keep talking and my parcel is still not here. What are you doing about it?',
        ],
        cool: ['So what happens with my rucksack now?', 'And the rucksack? What are you actually going to do?'],
      },
    },
    {
      id: 'when',
      by: ['says_when'],
      relieves: 1,
      thanks: 'Good. I will be at home.',
      asks: {
        hot: ['WHEN? I leave for the mountains on Friday at 6 in the morning!', 'When. Give me a time. Not “soon”.'],
        cool: ['And when will it be here? I leave on Friday at 6 in the morning.', 'Can you put a time on it?'],
      },
    },
    {
      id: 'owner',
      by: ['owns'],
      relieves: 1,
      thanks: 'Fine. As long as it stays with you.',
      asks: {
        hot: [
          'And who sees to it? The last two said “a colleague will get back to you”. Nobody did.',
          'WHO is doing this? I want a name.',
        ],
        cool: ['And will you keep an eye on it, or does it go to the next person again?', 'Who do I ask for if it goes wrong?'],
      },
    },
  ],
  answers: [
    { asked: /order number|reference|which order/i, line: 'OM-58213. I wrote it in my second message.' },
    {
      asked: /address|postcode|where (?:should|shall|do) (?:i|we)/i,
      line: '14 Weir Lane, Hexley. The green door. It was always 14 Weir Lane.',
    },
    {
      asked: /neighbour|safe place|somebody else/i,
      line: 'No neighbours, no shed. Into my hands please, that is why I stayed at home.',
    },
    {
      asked: /when (?:do|would|will) you|by when|what time|which day|suits? you|be at home|be in\b/i,
      line: 'Before Friday 6 in the morning. I am at home from 5 every evening.',
    },
    { asked: /card|note|photo|text message|did anyone|did you (?:get|find|see)/i, line: 'No card, no call, no text. Nothing.' },
    {
      asked: /what happened|tell me|walk me|more about|what (?:did|does) (?:the|it)/i,
      line: 'The tracking says 14:20, “delivery attempted”. At 14:20 I was two metres from the door.',
    },
  ],
  replies: {
    calm_down: [
      ['Do NOT tell me to calm down', 'You did not lose a day’s pay. I did.'],
      'Say “calm” one more time and I write about you everywhere I can',
    ],
    policy: ['I don’t care about your policy!! I paid £5.90 for NEXT DAY', 'Your policy is to lie to people? Good to know.'],
    refuses: ['“Can’t”. Of course you can’t.', 'So what CAN you do? Anything at all?'],
    passes_on: [
      'No. NO. I am not ringing anyone. I have been passed on TWICE already',
      'You are the third person who wants to get rid of me.',
    ],
    doubts: ['Are you calling me a liar?! I sat IN THE HALL.', 'I told you what happened. Read it.'],
    blames: ['Oh so now it is MY fault', 'My fault that your driver can’t ring a bell. Sure.'],
    corrects: ['Don’t you tell me what happened in my own house', 'I was THERE. You were not.'],
    provoked: ['Are you serious right now', 'Wow. Just wow.'],
    hollow: [
      ['“Inconvenience”', 'I lost a day of work. That is not an inconvenience.'],
      'That is the sentence from your e-mail. Word for word.',
    ],
    bare: ['Sorry for WHAT, exactly', 'Sorry, sorry. For what?'],
    greeted: ['I don’t need a hello I need my parcel', 'Yes hello. Again.'],
    repeated: [['You just sent me the same sentence twice', 'Is this a machine?'], 'Copy and paste. Again.'],
    interrupted: ['Can you let me FINISH', 'I was still writing!'],
    empty: ['That is not an answer', 'Words. Just words.'],
    confirmed: ['Yes. That is it.', 'Yes, I said so.'],
    puzzled: ['How should I know? You have the tracking, I don’t', 'I have no idea. Look it up.'],
  },
  solved: {
    cool: ['OK', 'Thank you. I mean it, you are the first one who did something.'],
    hot: 'Fine. But if it is not here I am not writing again, I am telling my bank.',
  },
  goodbye: 'No, that was all. Thanks. Bye',
  walkout: ['I am done', 'My bank gets the £92.40 back and everybody I know gets the story.'],
};
