import { expect, test } from 'vitest';
import { readText } from '../language';
import { hearQuestions } from './questions';

const questions = (text: string) => hearQuestions(readText(text), []).map((one) => one.text);

test.each([
  ['Where is my parcel?', ['Where is my parcel?']],
  ['when will it be here', ['when will it be here']],
  ['I paid on Monday. Can I still change the address? Thanks', ['Can I still change the address?']],
  ['So how do I export the report', ['So how do I export the report']],
])('%j asks %j', (text, expected) => {
  expect(questions(text)).toEqual(expected);
});

test.each([
  'Are you kidding me?',
  'How hard can it be?',
  'Is this a joke?',
  'What is wrong with you people?',
  'Really?',
  'Hello??',
  'Why should I have to pay for that?',
  'What I want is a refund',
])('%j is no factual question', (text) => {
  expect(questions(text)).toEqual([]);
});
