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
import cuesBlameDeeds from './en/cues/blame-deeds.json';
import cuesBlameFailings from './en/cues/blame-failings.json';
import cuesChurn from './en/cues/churn.json';
import cuesChurnLeaving from './en/cues/churn-leaving.json';
import cuesChurnLeavingGone from './en/cues/churn-leaving-gone.json';
import cuesChurnLeavingParting from './en/cues/churn-leaving-parting.json';
import cuesDisbelief from './en/cues/disbelief.json';
import cuesDisbeliefAsks from './en/cues/disbelief-asks.json';
import cuesDisbeliefExplain from './en/cues/disbelief-explain.json';
import cuesDisbeliefQuestions from './en/cues/disbelief-questions.json';
import cuesDisbeliefRhetoric from './en/cues/disbelief-rhetoric.json';
import cuesEmotionWord from './en/cues/emotion-word.json';
import cuesEmotionWordTone from './en/cues/emotion-word-tone.json';
import cuesEmotionWordVerdicts from './en/cues/emotion-word-verdicts.json';
import cuesEmotionWordWeary from './en/cues/emotion-word-weary.json';
import cuesEscalation from './en/cues/escalation.json';
import cuesEscalationAbove from './en/cues/escalation-above.json';
import cuesImpact from './en/cues/impact.json';
import cuesImpactHarm from './en/cues/impact-harm.json';
import cuesImpactLoss from './en/cues/impact-loss.json';
import cuesInsult from './en/cues/insult.json';
import cuesInsultAttacks from './en/cues/insult-attacks.json';
import cuesInsultMockery from './en/cues/insult-mockery.json';
import cuesInsultNames from './en/cues/insult-names.json';
import cuesProfanity from './en/cues/profanity.json';
import cuesProfanityOaths from './en/cues/profanity-oaths.json';
import cuesPublicOrLegalThreat from './en/cues/public-or-legal-threat.json';
import cuesPublicOrLegalThreatLaw from './en/cues/public-or-legal-threat-law.json';
import cuesPublicOrLegalThreatNoise from './en/cues/public-or-legal-threat-noise.json';
import cuesPublicOrLegalThreatPublic from './en/cues/public-or-legal-threat-public.json';
import cuesPunctuation from './en/cues/punctuation.json';
import cuesRelief from './en/cues/relief.json';
import cuesReliefJoy from './en/cues/relief-joy.json';
import cuesRepeatContact from './en/cues/repeat-contact.json';
import cuesRepeatContactAgain from './en/cues/repeat-contact-again.json';
import cuesRepeatContactRecord from './en/cues/repeat-contact-record.json';
import cuesRepeatContactRunaround from './en/cues/repeat-contact-runaround.json';
import cuesRepeatContactTold from './en/cues/repeat-contact-told.json';
import cuesSarcasm from './en/cues/sarcasm.json';
import cuesSarcasmDry from './en/cues/sarcasm-dry.json';
import cuesSarcasmImages from './en/cues/sarcasm-images.json';
import cuesSarcasmMockery from './en/cues/sarcasm-mockery.json';
import cuesShouting from './en/cues/shouting.json';
import cuesWaiting from './en/cues/waiting.json';
import cuesWaitingHolding from './en/cues/waiting-holding.json';
import cuesWaitingOverdue from './en/cues/waiting-overdue.json';
import cuesWaitingPromises from './en/cues/waiting-promises.json';
import cuesWaitingSilence from './en/cues/waiting-silence.json';
import cuesWaitingSpans from './en/cues/waiting-spans.json';
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
import listsBlameActs from './en/lists-blame-acts.json';
import listsBlameContext from './en/lists-blame-context.json';
import listsBlameDeeds from './en/lists-blame-deeds.json';
import listsBlameFirm from './en/lists-blame-firm.json';
import listsBlameHarm from './en/lists-blame-harm.json';
import listsChurn from './en/lists-churn.json';
import listsContact from './en/lists-contact.json';
import listsDisbelief from './en/lists-disbelief.json';
import listsDisbeliefFirms from './en/lists-disbelief-firms.json';
import listsEmotion from './en/lists-emotion.json';
import listsEscalation from './en/lists-escalation.json';
import listsImpact from './en/lists-impact.json';
import listsImpactThings from './en/lists-impact-things.json';
import listsImpactTime from './en/lists-impact-time.json';
import listsInsult from './en/lists-insult.json';
import listsInsultNames from './en/lists-insult-names.json';
import listsPeople from './en/lists-people.json';
import listsProfanity from './en/lists-profanity.json';
import listsPublicOrLegalThreat from './en/lists-public-or-legal-threat.json';
import listsRepeatContact from './en/lists-repeat-contact.json';
import listsRepeatContactWho from './en/lists-repeat-contact-who.json';
import listsSarcasm from './en/lists-sarcasm.json';
import listsThings from './en/lists-things.json';
import listsThreat from './en/lists-threat.json';
import listsTime from './en/lists-time.json';
import listsTone from './en/lists-tone.json';
import listsVerdict from './en/lists-verdict.json';
import listsWaiting from './en/lists-waiting.json';
import listsWaitingThings from './en/lists-waiting-things.json';
import listsWaitingTime from './en/lists-waiting-time.json';
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
    ...listsChurn,
    ...listsBlameDeeds,
    ...listsBlameContext,
    ...listsBlameFirm,
    ...listsBlameActs,
    ...listsBlameHarm,
    ...listsContact,
    ...listsEscalation,
    ...listsDisbelief,
    ...listsDisbeliefFirms,
    ...listsImpact,
    ...listsImpactTime,
    ...listsImpactThings,
    ...listsEmotion,
    ...listsInsult,
    ...listsInsultNames,
    ...listsPeople,
    ...listsRepeatContact,
    ...listsRepeatContactWho,
    ...listsPublicOrLegalThreat,
    ...listsProfanity,
    ...listsSarcasm,
    ...listsThings,
    ...listsThreat,
    ...listsTime,
    ...listsTone,
    ...listsVerdict,
    ...listsWaiting,
    ...listsWaitingThings,
    ...listsWaitingTime,
    ...agentLists,
  ],
  cues: [
    ...cuesBlame,
    ...cuesBlameConduct,
    ...cuesBlameDeeds,
    ...cuesBlameFailings,
    ...cuesChurn,
    ...cuesChurnLeavingGone,
    ...cuesChurnLeaving,
    ...cuesChurnLeavingParting,
    ...cuesDisbelief,
    ...cuesDisbeliefAsks,
    ...cuesDisbeliefExplain,
    ...cuesDisbeliefQuestions,
    ...cuesDisbeliefRhetoric,
    ...cuesEmotionWord,
    ...cuesEmotionWordTone,
    ...cuesEmotionWordVerdicts,
    ...cuesEmotionWordWeary,
    ...cuesEscalation,
    ...cuesEscalationAbove,
    ...cuesImpact,
    ...cuesImpactHarm,
    ...cuesImpactLoss,
    ...cuesInsult,
    ...cuesInsultAttacks,
    ...cuesInsultMockery,
    ...cuesInsultNames,
    ...cuesProfanity,
    ...cuesProfanityOaths,
    ...cuesPublicOrLegalThreat,
    ...cuesPublicOrLegalThreatLaw,
    ...cuesPublicOrLegalThreatNoise,
    ...cuesPublicOrLegalThreatPublic,
    ...cuesPunctuation,
    ...cuesRelief,
    ...cuesReliefJoy,
    ...cuesRepeatContact,
    ...cuesRepeatContactAgain,
    ...cuesRepeatContactRecord,
    ...cuesRepeatContactRunaround,
    ...cuesRepeatContactTold,
    ...cuesSarcasm,
    ...cuesSarcasmDry,
    ...cuesSarcasmImages,
    ...cuesSarcasmMockery,
    ...cuesShouting,
    ...cuesWaiting,
    ...cuesWaitingHolding,
    ...cuesWaitingOverdue,
    ...cuesWaitingPromises,
    ...cuesWaitingSilence,
    ...cuesWaitingSpans,
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
