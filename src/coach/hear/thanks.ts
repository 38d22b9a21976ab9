// Words of thanks in a message. They may cool and never heat, so the anger model does not see them; thanks that are meant the other
// way round ("thanks for nothing") are no thanks.
import type { Text } from '../language';

const PHRASE = new RegExp(
  [
    '(?<![^ ])(?:(?:many|big|huge|so many|and|ok|okay|oh|ah|great|cool|lovely|perfect) ){0,2}',
    '(?:thanks|thank (?:you|u|yous)|thankyou|thx|thanx|tnx|ty|tysm|cheers|ta|(?:i|we|really|much|it is|so) (?:really |do |so )*appreciated?(?: it| that| this| your help| the help)?)',
    '(?: (?:so|very|ever so|much|again|mate|guys|all|both|then|anyway|a (?:lot|bunch|million|ton)|in advance|kindly|indeed|everyone|team))*',
    '(?: for (?:all )?(?:your|the|this|that|all)(?: \\S+)??(?: \\S+)? (?:help|time|support|assistance|reply|response|answer|patience|update|info|information|service|work|effort|kindness))?',
    '(?: (?:to you|so much|a lot|again|indeed))*(?![^ ])',
  ].join(''),
  'g',
);

/** What turns thanks round, before or after it. */
const TURNED_BEFORE = /(?:^|\s)(?:no|not|without|never|any|hardly|some|zero|even|hold your|keep your|your) $/;
const TURNED_AFTER =
  /^ (?:for (?:nothing|ruin|wast|los|ignor|ly|rob|hang|nowt|steal|let|mak|mess|charg|cancel|keep|leav|break)|to (?:you|your)|but|a bunch|ever)/;

/** The words of the text that are thanks, by their index. Linear in the text. */
export function thanksWords(text: Text): Set<number> {
  const thanks = new Set<number>();
  for (const { first, last } of text.sentences) {
    const starts: number[] = [];
    let plain = '';
    for (let at = first; at < last; at++) {
      starts.push(plain.length);
      plain += `${text.words[at]?.norm} `;
    }
    for (const match of plain.matchAll(PHRASE)) {
      const end = match.index + match[0].length;
      if (TURNED_BEFORE.test(plain.slice(0, match.index)) || TURNED_AFTER.test(plain.slice(end))) continue;
      starts.forEach((start, at) => {
        if (start >= match.index && start < end) thanks.add(first + at);
      });
    }
  }
  return thanks;
}
