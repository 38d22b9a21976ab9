import { describe, expect, test } from 'vitest';
import { readText } from '../language';
import { findCapitals, findPunctuation } from './shape';

const capitals = (source: string) => findCapitals(readText(source)).map((span) => span.text);
const marks = (source: string) => findPunctuation(readText(source)).map((span) => span.text);

describe('capitals', () => {
  test.each([
    ['I said NO', ['NO']],
    ['three evenings in a row, THREE, and the drill goes on', ['THREE']],
    ['your fitter made a hole in the FRONT DOOR, you clowns', ['FRONT DOOR']],
    ['WHERE IS MY ORDER', ['WHERE IS MY ORDER']],
    ['NOBODY EVER PICKS UP!!', ['NOBODY EVER PICKS UP']],
    ['HELLO?? is this thing on', ['HELLO']],
    ['THAT IS ENOUGH. I am going to the ombudsman', ['THAT IS ENOUGH']],
  ])('%s is shouted', (source, shouted) => {
    expect(capitals(source)).toEqual(shouted);
  });

  test.each([
    'THE KEYS TURNED UP!!! OH MY GOD I COULD KISS YOU',
    'she said YES!!! and the cake was lovely',
    'GOOD MORNING. I WOULD LIKE TO KNOW WHEN MY BILL COMES. KIND REGARDS',
    'THE SMALL LAMP GOES ON THE LEFT SIDE OF THE BED',
    'sorry for the caps, MY SHIFT KEY IS BROKEN AND IT NEVER GOES BACK',
    'it says "ACCESS DENIED FOREVER" and nothing else',
    'my reference is MAD-RAGE-0217',
    'the code STOPNOW is refused at the till',
    'the USB CABLE and the HDMI one are still in the box',
    'HI, my parcel from IKEA never came',
    'do I press the RED one or the GREEN one',
    'THANK YOU SO MUCH FOR EVERYTHING',
    '',
    '!!!',
  ])('%s is not', (source) => {
    expect(capitals(source)).toEqual([]);
  });
});

describe('marks', () => {
  test.each([
    ['Where is it?? You said Tuesday', ['??']],
    ['You did what?!', ['?!']],
    ['nobody came!!! thanks a lot for nothing!!', ['!!!', '!!']],
    ['???', ['???']],
  ])('%s presses', (source, runs) => {
    expect(marks(source)).toEqual(runs);
  });

  test.each([
    'Great, thank you!',
    'it works!!! you are a genius',
    'could you check please?? boarding in ten minutes',
    'what time do you open on Sunday??',
    'I pressed the other button (??) haha',
  ])('%s does not', (source) => {
    expect(marks(source)).toEqual([]);
  });
});

describe('thanks', () => {
  const messages = [
    'where is my order',
    'WHERE IS MY ORDER',
    'I NEED THE BILL FOR MAY',
    'WE ARE A PARTY OF SIX',
    'ok NO. WE WAIT AT THE DOOR',
    'the code is NEVER-22.',
    'You lost it. Now what?',
    'HELLO. PLEASE SEND THE FORM',
    'still nothing',
    'MY PARCEL HAS NOT ARRIVED!',
    'it was the RED one.',
    'stop',
  ];
  const thanks = [
    'Thank you so much for your help.',
    'THANK YOU SO MUCH!!!',
    'thanks a million, you fixed it again!!',
    'THANKS FOR STAYING WITH ME FOR TWO HOURS, I WAS SO ANGRY!!!',
    'Many thanks!! You are the best!!',
    'CHEERS MATE!!',
    'I really appreciate it!!!',
    'THANK YOU! YOU HAVE BEEN SO KIND!!!',
  ];

  test('a sentence of thanks never adds a signal', () => {
    for (const message of messages) {
      for (const thank of thanks) {
        for (const both of [`${message} ${thank}`, `${message}. ${thank}`, `${message}\n${thank}`, `${thank} ${message}`]) {
          expect(capitals(both).length, both).toBeLessThanOrEqual(capitals(message).length);
          expect(marks(both).length, both).toBeLessThanOrEqual(marks(message).length);
        }
      }
    }
  });
});

test('the spans lie in the text', () => {
  const source = '  GIVE ME MY MONEY BACK!!! it has been NINE weeks?!';
  for (const span of [...findCapitals(readText(source)), ...findPunctuation(readText(source))])
    expect(source.slice(span.start, span.start + span.length)).toBe(span.text);
});
