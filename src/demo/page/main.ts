// Starts the demo helpdesk: reads the address, opens the desk, draws it, and follows the hash. A page like any other.
import { h, render } from 'preact';
import { hashOf, readHash, readPlay } from './address';
import { App } from './app';
import { createDesk } from './desk';
import { SCRIPTS } from './scripts/list';

const play = readPlay(location.search);
const scripts = SCRIPTS.filter(({ id }) => play.only === null || id === play.only).map((script) => ({
  ...script,
  patienceMs: script.patienceMs * play.patience,
}));
const desk = createDesk(scripts, play.speed, {
  wallNow: () => Date.now(),
  later: (ms, job) => {
    const timer = setTimeout(job, ms);
    return () => clearTimeout(timer);
  },
});

function follow(): void {
  const id = readHash(location.hash);
  if (id !== null) desk.show(id);
  else if (scripts[0]) location.replace(hashOf(scripts[0].id));
}

window.addEventListener('hashchange', follow);
follow();
const place = document.getElementById('desk');
if (!place) throw new Error('the page has no #desk');
render(h(App, { desk }), place);
if (play.start === 'auto') desk.start();
