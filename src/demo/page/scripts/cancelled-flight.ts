// Gideon Rusk: certain that his flight was cancelled. It was only renumbered and leaves the same evening.
// Told so before anybody says sorry, he explodes; told after a sorry for how he found out, he listens.
import type { Script } from '../dialogue/script';

export const cancelledFlight: Script = {
  id: 'cancelled-flight',
  channel: 'chat',
  customer: { name: 'Gideon Rusk', firstName: 'Gideon', place: 'at Sandholm airport' },
  brand: 'Fenwing Air',
  subject: 'Flight FW 218',
  record: {
    rows: [
      { label: 'Booking', value: 'FW4K7P, 2 passengers' },
      { label: 'Was', value: 'FW 218, Sandholm to Corrin, 18:15' },
      { label: 'Is', value: 'FW 281, same day, 18:40, gate B6' },
      { label: 'Seats', value: '14C and 14D, kept' },
      { label: 'Paid', value: '£312.00' },
    ],
    timeline: [
      { when: 'Mon 13 Oct', what: 'FW 218 renumbered FW 281, 25 minutes later' },
      { when: 'Mon 13 Oct', what: 'E-mail subject line: “FW 218 cancelled”. Wrong template' },
      { when: 'Since then', what: 'No second e-mail to put it right' },
    ],
    options: [
      'The flight goes: FW 281, 18:40, gate B6, seats 14C and 14D',
      'New boarding passes by e-mail in 10 minutes',
      'A £30 meal voucher for the wrong e-mail',
    ],
  },
  before: [
    { kind: 'event', text: 'Gideon Rusk started a chat from “My booking”', minutesAgo: 1.2 },
    { kind: 'bot', text: 'Welcome to Fenwing Air. Which flight is it about?', minutesAgo: 1.2 },
    { kind: 'customer', text: 'FW 218. Get me a human', minutesAgo: 0.8 },
    { kind: 'event', text: 'Assigned to you', minutesAgo: 0.6 },
  ],
  opening: [
    { text: 'You CANCELLED my flight', pauseMs: 800 },
    { text: 'FW 218 to Corrin tonight, booking FW4K7P', pauseMs: 200 },
    { text: 'I find out from an e-mail while I am standing IN THE AIRPORT with my wife and two suitcases', pauseMs: 300 },
    { text: 'It is her mother’s 80th birthday tomorrow. You have ruined it. Completely ruined it', pauseMs: 300 },
    { text: 'What on earth is wrong with you people?? This is an absolute DISGRACE', pauseMs: 300 },
    { text: 'and I want my compensation, £520, I know my rights', pauseMs: 200 },
  ],
  temper: 4,
  patienceMs: 45_000,
  nudges: [
    ['HELLO', 'I am standing at an airport here'],
    'Every minute you don’t answer there are fewer seats on other planes. Do you understand that?',
    ['This is a disgrace', 'The people at the desk laughed at us. LAUGHED'],
    'I am recording all of this. My lawyer will enjoy it.',
  ],
  about: /flight|218|e-?mail|message|airport|birthday|cancel|suitcase|find out|found out|told|wife|mother|stand|evening|news/i,
  wants: [
    {
      id: 'heard',
      by: ['acknowledges'],
      relieves: 0.5,
      thanks: 'Yes well. You should see my wife’s face.',
    },
    {
      id: 'sorry',
      by: ['sorry'],
      relieves: 1,
      thanks: 'Hm. At least somebody says it.',
      asks: {
        hot: ['No sorry, nothing. You wreck a family’s weekend and not one word', 'Still not a word of apology. Typical.'],
        cool: ['You could at least say sorry for that e-mail.'],
      },
    },
    {
      id: 'truth',
      by: [
        /\b281\b|renumber|new (?:flight )?number|(?:is|was|has) ?(?:not|n't) (?:been )?cancel|still (?:fly|flying|going|leav|on)|flight (?:goes|is going|leaves)/i,
      ],
      after: 'sorry',
      early: [
        ['So I can’t READ, is that it?', 'It says CANCELLED. In capital letters. In YOUR e-mail.'],
        'Stop telling me what I see with my own eyes!!',
      ].flat(),
      relieves: 1.5,
      thanks: ['Wait', 'it goes? 281?', 'The board does say 281 to Corrin. I thought that was another one.'],
      asks: {
        hot: ['So how do we get to Corrin tonight?? Tell me that', 'HOW are we getting there'],
        cool: ['So how do we get to Corrin tonight?', 'And how do we get there now?'],
      },
    },
    {
      id: 'seats',
      by: [/\b(?:seats?|14 ?[cd]|boarding pass|booking (?:is|stays|still)|your booking|both of you)\b/i],
      after: 'sorry',
      early: 'What seats? On a plane that you cancelled? Are you joking with me?',
      relieves: 0.5,
      thanks: 'Together, good. She would not sit alone.',
      asks: {
        hot: ['And our seats? Gone to somebody else I suppose?', 'Do we have seats or not'],
        cool: ['And do we still sit together?', 'What about our seats?'],
      },
    },
    {
      id: 'when',
      by: [/18[:.]40|6[:.]40|20 to seven|gate b ?6/i],
      relieves: 0.5,
      thanks: '18:40, B6. We can make that.',
      asks: {
        hot: ['And when does it go? And from where?', 'WHEN does it leave'],
        cool: ['When does it leave, and from which gate?', 'And the time and the gate?'],
      },
    },
    {
      id: 'owner',
      by: ['owns'],
      relieves: 0.5,
      asks: {
        hot: ['And if they send us away at the gate? Who answers for that?', 'Who do I hold responsible for this?'],
        cool: ['Will you make sure they know at the gate?', 'And you will see that it works at the gate?'],
      },
    },
  ],
  answers: [
    { asked: /booking (?:reference|number|code)|which flight|reference/i, line: 'FW4K7P. FW 218 to Corrin. I told you already.' },
    { asked: /how many|who is (?:with|travell)/i, line: 'Two of us. My wife and I.' },
    { asked: /where are you|which (?:airport|terminal)|are you at/i, line: 'Sandholm, by the desk with the queue to the door.' },
    {
      asked: /e-?mail (?:say|said|address)|what (?:does|did) (?:it|the)|read (?:it )?(?:out )?to me|which e-?mail/i,
      line: 'It says “FW 218 cancelled” on top. Then a lot of small print, which I did not read, because I was BUSY BEING AT AN AIRPORT',
    },
    { asked: /voucher|meal|coffee|something to eat/i, line: 'A voucher. Well. We have not eaten since eight.' },
    {
      asked: /what happened|tell me|walk me|more about|when (?:do|would) you/i,
      line: 'You cancelled us, that is what happened! Dinner is at nine tonight, in Corrin.',
    },
  ],
  replies: {
    calm_down: [
      ['CALM DOWN?', 'You calm down! You are not the one standing here!'],
      'There it is again. Calm down. Unbelievable.',
    ],
    policy: ['Don’t come to me with your small print!', 'Your conditions are not my problem. The plane is.'],
    refuses: ['You can’t? You are an AIRLINE', 'Then get me somebody who can!'],
    passes_on: ['I have queued at your desk for 40 minutes and THEY sent me to this chat!', 'I am not going anywhere else.'],
    doubts: ['Am I SURE? I am holding it in my HAND', 'Yes I am sure!! Shall I send you a photo?'],
    blames: ['MY fault. I book a flight, you cancel it, and it is MY fault', 'Go on, blame the customer'],
    corrects: [
      ['Don’t you dare tell me I can’t read', 'CANCELLED, it says'],
      'You are arguing with a man at an airport. Well done.',
    ],
    provoked: ['Do you hear yourself?', 'I don’t believe this'],
    hollow: ['Inconvenience! It is her mother’s EIGHTIETH', 'Save me the form letter'],
    bare: ['Sorry for what? Say it!', 'And what for?'],
    greeted: ['Good afternoon?? There is nothing good about it', 'Get to the point'],
    repeated: ['You have SAID that. Am I talking to a parrot?', 'The same sentence. The very same.'],
    interrupted: ['I’m not finished!', 'Let me speak'],
    empty: ['That tells me NOTHING', 'And? What does that help me?'],
    confirmed: ['Yes! That is what I am saying', 'Yes.'],
    puzzled: ['How would I know, I am the passenger!', 'Don’t ask me. You are the airline.'],
  },
  solved: {
    cool: [
      'Right',
      'I read the first line and saw red. Forget the compensation.',
      'Thank you for staying with it. She is smiling again.',
    ],
    hot: 'We are going to the gate. If you are wrong about this, God help you.',
  },
  goodbye: 'No, we have to run. Thanks!',
  walkout: ['Enough', 'We are renting a car, you are paying for it, and you will hear from my lawyer.'],
};
