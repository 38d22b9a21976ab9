// The worker's start: builds the rooms and registers every listener, all synchronously. A listener added after an await would miss
// the event that woke the worker. Nothing is read here; each handler reads what it needs.
import { advise, summarise } from '../coach/advise';
import { checkExamples } from '../coach/check-examples';
import { BUILT_IN_PACK } from '../packs/built-in';
import { onCommand } from '../platform/commands';
import { onInstalled, onStartup } from '../platform/extension';
import { receive } from '../platform/messaging';
import { onIconClick } from '../platform/side-panel';
import { watchSites } from '../platform/sites';
import { onTabClosed, onTabLoaded } from '../platform/tabs';
import { runCoach } from './coach-runner';
import { openConversationStore } from './conversation-store';
import { openConversations } from './conversations';
import { openPacks } from './packs';
import { routeMessages } from './router';
import { showPanel } from './side-panel';
import { followSites } from './sites';
import { followSuggestions } from './suggestions';
import { followTabs } from './tab-lifetime';

const clock = (): number => Date.now();
const packs = openPacks(BUILT_IN_PACK, checkExamples, clock);
const store = openConversationStore(async () => runCoach({ advise, summarise }, await packs.current()), clock);
const conversations = openConversations(store, clock);
const suggestions = followSuggestions(conversations);
const tabs = followTabs(conversations, clock);

receive('background', routeMessages({ conversations, packs, suggestions, tabs }));
onIconClick(showPanel);
onCommand((name, tab) => void suggestions.command(name, tab));
onTabClosed((tab) => void tabs.closed(tab));
onTabLoaded((tab) => void tabs.loaded(tab));
watchSites(() => void followSites({ everywhere: false }));
onInstalled(() => void followSites({ everywhere: true }));
onStartup(() => void followSites({ everywhere: false }));
