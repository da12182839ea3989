import { hearFromHost, type ToHost, type ToWebview } from '../../protocol.ts';

interface VsCodeApi {
  postMessage(message: unknown): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

/** The webview's end of the line to the extension host. */
export class HostConnection {
  readonly #api: VsCodeApi = acquireVsCodeApi();

  tell(message: ToHost): void {
    this.#api.postMessage(message);
  }

  /** Hears every message that keeps to the protocol; others are dropped, and the host logs why. */
  listen(listener: (message: ToWebview) => void): void {
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const heard = hearFromHost(data);
      if (heard.ok) listener(heard.message);
      else this.tell({ type: 'log', message: `a message was dropped: ${heard.reason}` });
    });
  }
}
