import { describe, expect, test } from 'vitest';
import { hearMoves, type Move } from './moves';

const ABOUT = /parcel|deliver|tuesday/i;
const moves = (text: string): readonly Move[] => [...hearMoves(text, ABOUT)];

describe('what provokes', () => {
  test.each<[Move, string]>([
    ['calm_down', 'Please calm down, Marta.'],
    ['policy', 'As per our policy we do not do that.'],
    ['refuses', 'There is nothing I can do here.'],
    ['passes_on', 'That is not my department.'],
    ['passes_on', "You'll have to call the courier."],
    ['doubts', 'Are you sure you were at home?'],
    ['blames', 'You should have left a note for the driver.'],
    ['corrects', 'Actually, you are wrong.'],
    ['rude', 'As I already told you, it is on its way.'],
    ['rude', 'STOP WRITING TO ME ALL THE TIME'],
  ])('%s: %s', (move, text) => expect(moves(text)).toContain(move));

  test('passing on is forgiven beside a personal promise', () => {
    expect(moves('I will pass this to the depot and see to it myself.')).not.toContain('passes_on');
  });

  test('a refusal that goes on to what can be done is none', () => {
    expect(moves("I can't get it to you today, but I can send a courier tomorrow.")).not.toContain('refuses');
  });

  test('an order number in capitals is not shouting', () => {
    expect(moves('OM-58213')).not.toContain('rude');
  });
});

describe('what helps', () => {
  test.each<[Move, string]>([
    ['sorry', 'I am sorry that your parcel never came.'],
    ['sorry', 'I’m sorry this has landed on you, Edmund.'],
    ['sorry', 'I apologise for leaving you without an answer all week.'],
    ['acknowledges', 'I can see how maddening that is.'],
    ['acknowledges', 'A day of this would wear me out too.'],
    ['acknowledges', 'In your place I’d be upset as well.'],
    ['owns', 'You need one person on this, and that’s me.'],
    ['owns', 'I’ll see to this myself.'],
    ['owns', 'Leave it with me.'],
    ['says_when', 'It will be there by 18:00.'],
    ['says_when', 'You have it tomorrow before noon.'],
    ['says_when', 'Within two working days.'],
    ['checks', 'Tuesday, and nobody rang. Have I got that right?'],
    ['listens', 'I’m with you.'],
    ['closes', 'Is there anything else?'],
  ])('%s: %s', (move, text) => expect(moves(text)).toContain(move));
});

describe('what does not count as an apology', () => {
  test.each([
    'Sorry for any inconvenience.',
    'We apologise for the inconvenience caused.',
    'Sorry!',
    'Sorry if you feel that way.',
  ])('%s', (text) => {
    expect(moves(text)).toContain('hollow_sorry');
    expect(moves(text)).not.toContain('sorry');
  });
});

test('plain talk makes no move', () => {
  expect(moves('Bananas are yellow.')).toEqual([]);
});
