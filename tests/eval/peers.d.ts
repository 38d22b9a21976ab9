// The peers' own shapes, as far as they are used: none of them ships types.
declare module 'vader-sentiment' {
  const vader: { SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } } };
  export default vader;
}
declare module 'sentiment' {
  export default class Sentiment {
    analyze(text: string): { score: number };
  }
}
declare module 'wink-sentiment' {
  export default function winkSentiment(text: string): { normalizedScore: number };
}
