// Chances and log-odds, one way and back.

/** In: log-odds, any. Out: the chance, 0..1. */
export const chanceAt = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** In: a chance within 0..1, its ends left out. Out: its log-odds. */
export const logOddsOf = (chance: number): number => Math.log(chance / (1 - chance));
