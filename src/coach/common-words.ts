// English words that stand in every other message: the worst places to look for a pattern.

const COMMON = new Set(
  `a about after again all also am an and any are as ask at back be because been before being but by call called can come could
  day did do does done even every for from get give go going good got had has have he help her here him his how i if in is it just
  know last let like long look make me more my need never new next no not nothing now of off on one only or order other our out over
  people please put said same say see she should so some still take tell than thank thanks that the their them then there these they
  thing this time to today told too try up us use very want was way we well were what when where which who why will with work would
  yes yet you your`
    .trim()
    .split(/\s+/),
);

export const isCommonWord = (norm: string): boolean => COMMON.has(norm);
