// Words of thanks in a message. They may cool and never heat, so the anger model does not see them; thanks that are meant the other
// way round ("thanks for nothing", "thanks for your useless service") are no thanks.
import type { Text } from '../language';

const PHRASE = new RegExp(
  [
    '(?<![^ ])(?:(?:many|big|huge|so many|and|ok|okay|oh|ah|great|cool|lovely|perfect) ){0,2}',
    '(?:thanks|thank (?:you|u|yous)|thankyou|thx|thanx|tnx|ty|tysm|cheers|ta(?! da)|(?:i|we|really|much|it is|so) (?:really |do |so )*appreciated?(?: it| that| this| your help| the help)?)',
    '(?: (?:so|very|ever so|much|again|mate|guys|all|both|then|anyway|a (?:lot|bunch|million|ton)|in advance|kindly|indeed|everyone|team))*',
    '(?: for (?:all )?(?:your|the|this|that|all)(?: (?:quick|kind|prompt|great|good|lovely|fast|excellent|amazing|fantastic|brilliant|continued|speedy|super|very))*',
    ' (?:help|time|support|assistance|reply|response|answer|patience|update|info|information|service|work|effort|kindness))?',
    '(?: (?:to you|so much|a lot|again|indeed))*(?![^ ])',
  ].join(''),
  'g',
);

/** What turns thanks round, before or after it. */
const TURNED_BEFORE = /(?:^|\s)(?:no|not|without|never|any|hardly|some|zero|even|your) $/;
const BEFORE_CHARS = 12;
const TURNED_AFTER =
  /^ (?:for (?:nothing|nowt|your|the|all|this|that|ruin|wast|los|ignor|ly|rob|hang|steal|mess|charg|cancel|break|mak|keep|leav)|to (?:you|your)|but|a bunch|ever)/;
const AFTER_CHARS = 20;

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
    let at = 0;
    for (const { index, 0: phrase } of plain.matchAll(PHRASE)) {
      const end = index + phrase.length;
      while (at < starts.length && (starts[at] as number) < index) at++;
      if (TURNED_BEFORE.test(plain.slice(Math.max(0, index - BEFORE_CHARS), index))) continue;
      if (TURNED_AFTER.test(plain.slice(end, end + AFTER_CHARS))) continue;
      for (; at < starts.length && (starts[at] as number) < end; at++) thanks.add(first + at);
    }
  }
  return thanks;
}
