import type { Clock } from '../clock';
import type { Journal } from '../journal';
import type { Randomness } from '../random';
import type { Bundler } from './bundle';
import type { OutsideWorld } from './egress';
import type { Faults } from './faults';
import type { HostedCode } from './hosted-code';
import type { JiraPort } from './jira-port';
import type { StoreSnapshot } from './kvs/store';
import type { QueueSnapshot } from './queue';
import type { ForgeSwitches } from './switches';
import type { WebTriggerUrl } from './web-triggers';

export interface ForgeOptions {
  /** The app's folder, with its manifest.yml. */
  app: string;
  clock: Clock;
  journal: Journal;
  faults: Faults;
  random: Randomness;
  /** Whether the app draws its chances from `random` too. */
  isSeeded: boolean;
  /** Milliseconds that an event takes to its consumer beyond its delay. */
  queueLatency: () => number;
  bundler: Bundler;
  jira: JiraPort;
  world: OutsideWorld;
  /** Where the site is reached, without a slash at the end. */
  baseUrl: string;
  changed: () => void;
  switches?: Partial<ForgeSwitches>;
  /** The app's code where another installation has it already; its instances are then shared. */
  hosted?: HostedCode;
  /** Which installation of the app it is; the first is 0. */
  number?: number;
}

/** All that an installation holds, to go back to. */
export interface ForgeSnapshot {
  kvs: StoreSnapshot;
  queue: QueueSnapshot;
  webTriggers: WebTriggerUrl[];
  addedPanels: string[];
}
