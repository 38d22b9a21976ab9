import { expect, test } from 'vitest';
import { turnRound } from './turn-round';

test.each([
  ["my parcel was due on Monday and still isn't here.", "your parcel was due on Monday and still isn't here"],
  ['You lot charged me twice!', 'we charged you twice'],
  ['nobody told us', 'nobody told you'],
  ['So I was waiting in all day for your driver', 'you were waiting in all day for our driver'],
  ["I've sent three emails to you.", "you've sent three emails to us"],
  ['MY ORDER 48-20713 STILL HAS NOT ARRIVED!!!', 'your order 48-20713 still has not arrived'],
  ['Honestly, the boiler you installed has broken again', 'the boiler we installed has broken again'],
  ['You CANCELLED my flight FW 218', 'we cancelled your flight FW 218'],
  ['I am still paying for my old contract myself', 'you are still paying for your old contract yourself'],
])('%j becomes %j', (said, turned) => {
  expect(turnRound(said)).toBe(turned);
});

test.each([
  'You are useless liars',
  'Where is my parcel?',
  'fix it',
  'ridiculous, absolutely ridiculous',
  'he said "we will call you" and nobody did',
  'I think you you you',
  'waiting waiting waiting',
])('says nothing for %j', (said) => {
  expect(turnRound(said)).toBeNull();
});
