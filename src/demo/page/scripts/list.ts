// Every scripted customer, in the order of the inbox.
import type { Script } from '../dialogue/script';
import { callBoiler } from './call-boiler';
import { cancelledFlight } from './cancelled-flight';
import { doubleCharge } from './double-charge';
import { howTo } from './how-to';
import { parcel } from './parcel';

export const SCRIPTS: readonly Script[] = [parcel, doubleCharge, cancelledFlight, howTo, callBoiler];
