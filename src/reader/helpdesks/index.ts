// The helpdesks the extension knows, in the order they are tried. A list and nothing else.
import type { Adapter } from '../../protocol/adapter';
import { DEMO_CALL, DEMO_CHAT } from './demo';

export const HELPDESKS: readonly Adapter[] = [DEMO_CHAT, DEMO_CALL];
