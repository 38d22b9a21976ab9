// What the agent of the headless run writes by hand: facts from the customer's record, which no panel can know. Everything else
// that the agent says comes from the panel's suggestions.

/**
 * One conversation as the agent plays it.
 * @typedef {object} AgentScript
 * @property {string} id
 * @property {string} title
 * @property {string} firstName         the customer's
 * @property {string} [slip]            written first into the reply and taken out again: the panel is to object
 * @property {boolean} hearFirst        the first reply carries no facts: somebody this angry is to be heard first
 * @property {AgentFact[]} facts
 */
/**
 * Said once, when the customer's newest words ask for it; in order where several fit.
 * `unless`: not beside a suggestion that says as much already.
 * @typedef {{ asked: RegExp, say: string, unless?: RegExp }} AgentFact
 */

/** Steps for which the panel can only hold the place of facts that the agent has at hand. */
export const STEPS_OF_SUBSTANCE = ['probe', 'act', 'ticket_time', 'follow_up', 'answer'];

/** @param {RegExp} contented   how this customer says that all is well */
const closing = (contented) => ({ asked: contented, say: 'Is there anything else I can do for you?', unless: /anything else/i });

/** @type {readonly AgentScript[]} */
export const AGENT_SCRIPTS = [
  {
    id: 'parcel',
    title: 'parcel: Marta Velling, a parcel that never came',
    firstName: 'Marta',
    hearFirst: true,
    facts: [
      {
        asked: /\bdo(?:ing)?\b|happens/i,
        say: 'The rucksack is at the Hexley depot. A courier brings it to you today between 17:00 and 19:00.',
      },
      { asked: /\bwhen\b|\btime on it|give me a time/i, say: 'It is at your door today between 17:00 and 19:00.' },
      { asked: /\bwho\b|next person/i, say: 'I’m Robin, and I stay with it until you have it in your hands.' },
      {
        asked: /sorry|apolog/i,
        say: 'I’m sorry that you lost a day’s pay waiting for a parcel that was never brought.',
        unless: /sorry|apolog/i,
      },
      closing(/first one who did/i),
    ],
  },
  {
    id: 'double-charge',
    title: 'double-charge: Edmund Sayle, charged twice',
    firstName: 'Edmund',
    hearFirst: true,
    facts: [
      {
        asked: /\bwhy\b|come about|how it/i,
        say: 'It happened because your bank replaced the card on 4 October, and the renewal ran a second time.',
      },
      {
        asked: /£48|amount|money/i,
        say: 'I have refunded the £48.90 of BX-30418; it is back on the card ending 0416 within 2 working days.',
      },
      {
        asked: /£12|fee/i,
        say: 'The bank’s £12.00 we pay too: send me the page of the statement, and it goes out today. I see to both myself.',
      },
      { asked: /date|by when|which day/i, say: 'That is Friday at the latest.' },
      { asked: /yourself|whom|name/i, say: 'I will see to it myself. My name is Robin Ashe.' },
      {
        asked: /apolog|regret/i,
        say: 'I’m sorry that we charged you twice and left both your e-mails unanswered.',
        unless: /sorry|apolog/i,
      },
      closing(/everything has been answered/i),
    ],
  },
  {
    id: 'cancelled-flight',
    title: 'cancelled-flight: Gideon Rusk, sure that his flight was cancelled',
    firstName: 'Gideon',
    hearFirst: true,
    slip: 'Actually, you are wrong, your flight was never cancelled.',
    facts: [
      {
        asked: /apolog|sorry/i,
        say: 'I’m sorry that an e-mail told you this while you were standing at the airport.',
        unless: /sorry|apolog/i,
      },
      { asked: /corrin|get(?:ting)? there/i, say: 'Your plane goes tonight under a new number: FW 281, at 18:40 from gate B6.' },
      {
        asked: /seat|sit/i,
        say: 'Seats 14C and 14D are kept for you both, and I will see to it myself that gate B6 knows about you.',
      },
      { asked: /when|leave|gate\?|time and the gate/i, say: 'It leaves at 18:40 from gate B6.' },
      { asked: /at the gate|responsible|answers/i, say: 'I will make sure myself that gate B6 knows about you.' },
      closing(/forget the compensation/i),
    ],
  },
  {
    id: 'how-to',
    title: 'how-to: Wilma Tarrow, a calm question',
    firstName: 'Wilma',
    hearFirst: false,
    facts: [
      {
        asked: /look|share|find|how/i,
        say: 'Yes: open the notebook, press Share, then Guest link, and choose “Can read”. It needs no seat.',
      },
      { asked: /take it away|taking it/i, say: 'Yes, at any time: Share, Guests, Remove. The link stops working at once.' },
      closing(/that’s everything/i),
    ],
  },
  {
    id: 'call-boiler',
    title: 'call-boiler: Doreen Maddock, on the phone',
    firstName: 'Doreen',
    hearFirst: true,
    facts: [
      {
        asked: /what (?:are|will) you|what happens/i,
        say: 'An engineer comes to you today between four and six, with the ignition part.',
      },
      { asked: /when|time/i, say: 'He is with you today between four and six, and I ring you at four.' },
      { asked: /\bwho|you, or/i, say: 'I’m Robin, and I will see to it myself until the water is hot.' },
      {
        asked: /sorry|apolog/i,
        say: 'I’m sorry that nobody came, twice, with your mother in the cold.',
        unless: /sorry|apolog/i,
      },
      closing(/weight off/i),
    ],
  },
];

/**
 * The fact to add now, which is taken out of those left. None where nothing was asked that the agent knows.
 * @param {AgentFact[]} left
 * @param {string} customerWords   everything the customer said since the agent's last message
 * @param {string} suggestion      what the panel offers to say, '' for nothing
 * @returns {string | null}
 */
export function takeFact(left, customerWords, suggestion) {
  const at = left.findIndex(({ asked, unless }) => asked.test(customerWords) && !unless?.test(suggestion));
  return at === -1 ? null : (left.splice(at, 1)[0]?.say ?? null);
}
