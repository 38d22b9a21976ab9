// The ears that are compared: ours and the peers, each as a score that is higher for angrier text.
import Sentiment from 'sentiment';
import vader from 'vader-sentiment';
import winkSentiment from 'wink-sentiment';
import { hearAt } from '../../src/coach/advise';
import { BUILT_IN_PACK } from '../../src/packs/built-in';
import { NO_CHOICES } from '../../src/protocol/conversation';

export type System = { readonly name: string; readonly score: (text: string) => number };

const afinn = new Sentiment();

/** What Composure hears in one message, with nothing before it. */
export const hearAlone = (text: string) =>
  hearAt(
    {
      id: 'one',
      channel: 'chat',
      utterances: [{ id: 'u', speaker: 'customer', text, at: 0, final: true }],
      draft: '',
      choices: NO_CHOICES,
    },
    0,
    BUILT_IN_PACK,
  );

export const COMPOSURE: System = { name: 'Composure', score: (text) => hearAlone(text).anger };

export const SYSTEMS: readonly System[] = [
  COMPOSURE,
  { name: 'VADER', score: (text) => -vader.SentimentIntensityAnalyzer.polarity_scores(text).compound },
  { name: 'AFINN', score: (text) => -afinn.analyze(text).score },
  { name: 'wink', score: (text) => -winkSentiment(text).normalizedScore },
];
