// English words that count and measure time: what patterns mean by #number, #ordinal and #time, and what the model calls so.

const NUMBERS = new Set(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred several couple few'.split(
    ' ',
  ),
);
const ORDINALS = new Set('second third fourth fifth sixth seventh eighth ninth tenth 2nd 3rd umpteenth nth'.split(' '));
const TIMES =
  /^(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|weekends?|fortnights?|months?|mths?|years?|yrs?)$/;

export const isNumber = (norm: string): boolean => NUMBERS.has(norm) || /^\d{1,4}$/.test(norm);
export const isOrdinal = (norm: string): boolean => ORDINALS.has(norm) || /^\d{1,2}(?:st|nd|rd|th)$/.test(norm);
export const isTime = (norm: string): boolean => TIMES.test(norm);
