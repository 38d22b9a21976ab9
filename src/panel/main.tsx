// Entry of the side panel: makes its state, draws it at once, lets the keys work.
import { render } from 'preact';
import { direction, words } from '../platform/words';
import { createActions } from './actions';
import { listenForKeys } from './keys';
import { Panel } from './panel';
import { createPanelState } from './panel-state';
import { keepAdviceFresh } from './refresh';

document.documentElement.lang = words('language');
document.documentElement.dir = direction();
document.title = words('panel_title');

const state = createPanelState(location.search);
render(<Panel state={state} actions={createActions(state)} />, document.body);
keepAdviceFresh(state);
listenForKeys(state);
