import type { UnlockNews } from '../../../badges/unlocks/detect.ts';
import type { ScanView } from '../../../host/scanTracker.ts';
import type { ScanService } from '../../../scanning/scanService.ts';

/** Which history is shown. */
export interface PanelPlace {
  /** The Hermes home, profile included. */
  readonly home: string;
  readonly profile: string;
  /** The made-up history of "Try with Sample History". */
  readonly sample: boolean;
}

/** The history behind the panel, as far as the panel needs to know it. */
export interface PanelHistory extends ScanService {
  readonly place: PanelPlace;
  /** How far the running scan is; null while none runs. */
  readonly scan: ScanView | null;
  /** The user asks for a scan, here or elsewhere; returns the function that unsubscribes. */
  onAsk(listener: () => void): () => void;
  /** Another history is shown from now on; returns the function that unsubscribes. */
  onSwitch(listener: () => void): () => void;
  /** Every unlock and tier-up remembered for this place, earliest first. */
  timeline(): Promise<UnlockNews[]>;
  /** Whether Hermes has a session database at this place. */
  exists(): Promise<boolean>;
}

/** Commands of the palette that the page has buttons for. */
export type PanelCommand =
  | 'export'
  | 'chooseHome'
  | 'chooseProfile'
  | 'trySample'
  | 'leaveSample'
  | 'showLog';

/** What the panel asks others to do. None of these throws; they tell the user themselves. */
export interface PanelActions {
  /** @param request without a badge nothing in it is highlighted */
  openTranscript(request: { session: string; badge: string | null }): void;
  /** Saves the picture of a badge; one that should have been copied comes with why the clipboard refused it. */
  shareCard(request: { id: string; refusal: string | null; png: Uint8Array }): void;
  /** Saves a recap where the user says, as a picture or in words. @param name of the file, without its ending */
  saveRecap(request: { name: string; content: Uint8Array | string }): void;
  /** Runs a command of the palette. */
  run(command: PanelCommand): void;
}
