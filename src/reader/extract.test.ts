// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { MAX_UTTERANCE_CHARS } from '../protocol/utterance';
import { timeOf, wordsOf } from './extract';

const words = (html: string, leaveOut?: (element: Element) => boolean): string => {
  document.body.innerHTML = `<div id="row">${html}</div>`;
  return wordsOf([document.getElementById('row') as Element], leaveOut);
};

describe('the words of a row', () => {
  test.each([
    ['runs of white space are one space', 'It   is\n  late', 'It is late'],
    ['blocks and line breaks are one line break', '<p>One</p><p>Two</p>Three<br><br>Four', 'One\nTwo\nThree\nFour'],
    ['inline elements do not break a word', 'un<b>believ</b>able', 'unbelievable'],
    ['a kept line break stays where the page keeps it', '<pre>One\n  Two</pre>', 'One\nTwo'],
    ['no-break spaces are spaces', 'Hi&nbsp;&nbsp;there', 'Hi there'],
    ['zero-width marks go, joiners inside an emoji stay', 'a\u200Bb 👩\u200D🔧', 'ab 👩\u200D🔧'],
    ['an emoji drawn as an image stays', 'No <img alt="😡" class="x">', 'No 😡'],
    ['an emoji by its short name stays', '<img alt=":angry:">', ':angry:'],
    ['an emoji with a label stays', '<span role="img" aria-label="😠"></span>', '😠'],
    ['a photograph says nothing', 'See <img alt="A broken kettle on a table">', 'See'],
    [
      'buttons, times and scripts are no words',
      'Hi <button>Reply</button><time>9:00</time><script>1</script><svg><title>x</title></svg>',
      'Hi',
    ],
    ['a role button is a button', 'Hi <span role="button">More</span>', 'Hi'],
    ['what only screen readers get is left out', '<span class="sr-only">Dana said </span>Hi', 'Hi'],
    ['other spellings of that, too', '<i class="visuallyHidden">x</i><i class="chat__screen-reader-text">y</i>Hi', 'Hi'],
    ['icon fonts are no words', '<i class="material-icons">more_vert</i>Hi', 'Hi'],
    [
      'what is not displayed is left out',
      '<span style="display:none">old</span><span style="visibility:hidden">x</span>new',
      'new',
    ],
    ['words hidden from screen readers are seen by people', '<span aria-hidden="true">Hi</span>', 'Hi'],
    ['cells are apart', '<table><tr><td>2</td><td>kettles</td></tr></table>', '2 kettles'],
    ['nothing is nothing', ' <div> </div> ', ''],
  ])('%s', (_, html, expected) => {
    expect(words(html)).toBe(expected);
  });

  test('what the caller names is left out', () => {
    expect(words('<b>Dana</b> Hi', (element) => element.tagName === 'B')).toBe('Hi');
  });

  test('several roots are several lines', () => {
    document.body.innerHTML = '<p>One</p><p>Two</p>';
    expect(wordsOf(document.body.children)).toBe('One\nTwo');
  });

  test('an endless message is cut', () => {
    expect(words('word '.repeat(10_000))).toHaveLength(MAX_UTTERANCE_CHARS);
  });

  test('an open shadow root is read as it is drawn, its slots filled', () => {
    document.body.innerHTML = '<div id="row"><x-row>given</x-row></div>';
    const host = document.querySelector('x-row') as Element;
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>shown</p>';
    expect(wordsOf([document.getElementById('row') as Element])).toBe('shown');
  });
});

describe('a time on the page', () => {
  test.each([
    ['2026-05-04T09:00:00Z', Date.UTC(2026, 4, 4, 9)],
    ['2026-05-04T09:00:00+02:00', Date.UTC(2026, 4, 4, 7)],
    ['1777885200', 1_777_885_200_000],
    ['1777885200123', 1_777_885_200_123],
  ])('%s is understood', (value, at) => {
    expect(timeOf(value)).toBe(at);
  });

  test.each(['9:00', 'yesterday', '', null, '3', 'May', '12345'])('%s is none', (value) => {
    expect(timeOf(value)).toBeNull();
  });
});
