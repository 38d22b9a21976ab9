// The built-in English pack, assembled from its files. A list, nothing else.

import type { Pack } from '../schema';
import agentLists from './en/agent-lists.json';
import concernsAccount from './en/concerns/account.json';
import concernsBooking from './en/concerns/booking.json';
import concernsDelivery from './en/concerns/delivery.json';
import concernsFault from './en/concerns/fault.json';
import concernsMoney from './en/concerns/money.json';
import concernsService from './en/concerns/service.json';
import cuesBlame from './en/cues/blame.json';
import cuesBlameConduct from './en/cues/blame-conduct.json';
import cuesChurn from './en/cues/churn.json';
import cuesDisbelief from './en/cues/disbelief.json';
import cuesDisbeliefQuestions from './en/cues/disbelief-questions.json';
import cuesEmotionWord from './en/cues/emotion-word.json';
import cuesEmotionWordTone from './en/cues/emotion-word-tone.json';
import cuesEmotionWordVerdicts from './en/cues/emotion-word-verdicts.json';
import cuesEscalation from './en/cues/escalation.json';
import cuesImpact from './en/cues/impact.json';
import cuesInsult from './en/cues/insult.json';
import cuesInsultAttacks from './en/cues/insult-attacks.json';
import cuesProfanity from './en/cues/profanity.json';
import cuesPublicOrLegalThreat from './en/cues/public-or-legal-threat.json';
import cuesPublicOrLegalThreatPublic from './en/cues/public-or-legal-threat-public.json';
import cuesPunctuation from './en/cues/punctuation.json';
import cuesRelief from './en/cues/relief.json';
import cuesRepeatContact from './en/cues/repeat-contact.json';
import cuesRepeatContactRunaround from './en/cues/repeat-contact-runaround.json';
import cuesSarcasm from './en/cues/sarcasm.json';
import cuesSarcasmMockery from './en/cues/sarcasm-mockery.json';
import cuesShouting from './en/cues/shouting.json';
import cuesWaiting from './en/cues/waiting.json';
import cuesWaitingSilence from './en/cues/waiting-silence.json';
import guardrailArgue from './en/guardrails/argue.json';
import guardrailBlameCustomer from './en/guardrails/blame-customer.json';
import guardrailButtingIn from './en/guardrails/butting-in.json';
import guardrailCalmDown from './en/guardrails/calm-down.json';
import guardrailDoubt from './en/guardrails/doubt.json';
import guardrailHollowApology from './en/guardrails/hollow-apology.json';
import guardrailOverpromise from './en/guardrails/overpromise.json';
import guardrailPassBuck from './en/guardrails/pass-buck.json';
import guardrailPiledApology from './en/guardrails/piled-apology.json';
import guardrailRefuse from './en/guardrails/refuse.json';
import guardrailRobotic from './en/guardrails/robotic.json';
import guardrailRude from './en/guardrails/rude.json';
import customerLists from './en/lists.json';
import listsBlame from './en/lists-blame.json';
import listsContact from './en/lists-contact.json';
import listsInsult from './en/lists-insult.json';
import listsPeople from './en/lists-people.json';
import listsThings from './en/lists-things.json';
import listsThreat from './en/lists-threat.json';
import listsTime from './en/lists-time.json';
import listsTone from './en/lists-tone.json';
import listsVerdict from './en/lists-verdict.json';
import phrasesAcknowledge from './en/phrases/acknowledge.json';
import phrasesAct from './en/phrases/act.json';
import phrasesAnswer from './en/phrases/answer.json';
import phrasesApologise from './en/phrases/apologise.json';
import phrasesAssure from './en/phrases/assure.json';
import phrasesFollowUp from './en/phrases/follow-up.json';
import phrasesGreet from './en/phrases/greet.json';
import phrasesHearOut from './en/phrases/hear-out.json';
import phrasesOwn from './en/phrases/own.json';
import phrasesProbe from './en/phrases/probe.json';
import phrasesRestate from './en/phrases/restate.json';
import phrasesThankClose from './en/phrases/thank-close.json';
import phrasesTicketTime from './en/phrases/ticket-time.json';
import stepAcknowledge from './en/steps/acknowledge.json';
import stepAct from './en/steps/act.json';
import stepAnswer from './en/steps/answer.json';
import stepApologise from './en/steps/apologise.json';
import stepAssure from './en/steps/assure.json';
import stepFollowUp from './en/steps/follow-up.json';
import stepGreet from './en/steps/greet.json';
import stepHearOut from './en/steps/hear-out.json';
import stepOwn from './en/steps/own.json';
import stepProbe from './en/steps/probe.json';
import stepRestate from './en/steps/restate.json';
import stepThankClose from './en/steps/thank-close.json';
import stepTicketTime from './en/steps/ticket-time.json';

/** The pack that is always there. built-in.test.ts holds it against the schema, so that no start has to. */
export const BUILT_IN_PACK = {
  format: 1,
  id: 'built-in-en',
  name: 'Built-in English',
  version: '1.0.0',
  language: 'en',
  author: 'The Composure authors',
  licence: 'MIT',
  settings: { sensitivity: 'balanced', apologies: 2, backchannelWords: 12 },
  lists: [
    ...customerLists,
    ...listsBlame,
    ...listsContact,
    ...listsInsult,
    ...listsPeople,
    ...listsThings,
    ...listsThreat,
    ...listsTime,
    ...listsTone,
    ...listsVerdict,
    ...agentLists,
  ],
  cues: [
    ...cuesBlame,
    ...cuesBlameConduct,
    ...cuesChurn,
    ...cuesDisbelief,
    ...cuesDisbeliefQuestions,
    ...cuesEmotionWord,
    ...cuesEmotionWordTone,
    ...cuesEmotionWordVerdicts,
    ...cuesEscalation,
    ...cuesImpact,
    ...cuesInsult,
    ...cuesInsultAttacks,
    ...cuesProfanity,
    ...cuesPublicOrLegalThreat,
    ...cuesPublicOrLegalThreatPublic,
    ...cuesPunctuation,
    ...cuesRelief,
    ...cuesRepeatContact,
    ...cuesRepeatContactRunaround,
    ...cuesSarcasm,
    ...cuesSarcasmMockery,
    ...cuesShouting,
    ...cuesWaiting,
    ...cuesWaitingSilence,
  ],
  concerns: [...concernsAccount, ...concernsBooking, ...concernsDelivery, ...concernsFault, ...concernsMoney, ...concernsService],
  steps: [
    stepGreet,
    stepHearOut,
    stepAcknowledge,
    stepApologise,
    stepRestate,
    stepProbe,
    stepOwn,
    stepAssure,
    stepAct,
    stepTicketTime,
    stepFollowUp,
    stepAnswer,
    stepThankClose,
  ],
  guardrails: [
    guardrailDoubt,
    guardrailArgue,
    guardrailRude,
    guardrailCalmDown,
    guardrailBlameCustomer,
    guardrailPassBuck,
    guardrailRefuse,
    guardrailOverpromise,
    guardrailRobotic,
    guardrailHollowApology,
    guardrailPiledApology,
    guardrailButtingIn,
  ],
  phrases: [
    ...phrasesGreet,
    ...phrasesHearOut,
    ...phrasesAcknowledge,
    ...phrasesApologise,
    ...phrasesRestate,
    ...phrasesProbe,
    ...phrasesOwn,
    ...phrasesAssure,
    ...phrasesAct,
    ...phrasesTicketTime,
    ...phrasesFollowUp,
    ...phrasesAnswer,
    ...phrasesThankClose,
  ],
} as unknown as Pack;
