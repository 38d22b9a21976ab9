// Entry of the options page: makes its state, draws it at once.
import { render } from 'preact';
import { direction, words } from '../platform/words';
import { Options } from './options';
import { createOptionsState } from './options-state';

document.documentElement.lang = words('language');
document.documentElement.dir = direction();
document.title = words('options_title');
// A file dropped beside its place would replace this page with its text.
for (const kind of ['dragover', 'drop']) document.addEventListener(kind, (event) => event.preventDefault());

render(<Options state={createOptionsState()} />, document.body);
