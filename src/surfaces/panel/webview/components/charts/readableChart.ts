import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import type { ChartSize, ChartTable } from '../../../../../artwork/charts/chart.ts';
import { sharedStyles } from '../../styles/shared.ts';
import './spokenTable.ts';

/** A place of a chart that can be read, and the mark that is drawn there. */
export interface Reading {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A chart whose figures are read one by one, with the mouse or with the arrow keys. */
export interface ChartReader {
  readonly name: string;
  readonly size: ChartSize;
  /** The drawing; made by our own code alone, every text in it escaped. */
  readonly svg: string;
  readonly table: () => ChartTable;
  /** How many places there are. */
  readonly count: number;
  /** Where the keys begin. */
  readonly start: number;
  /** What is read while nothing is pointed at. */
  readonly summary: string;
  read(place: number): Reading;
  /** The place at a point; undefined where there is none. */
  at(x: number, y: number): number | undefined;
  /** Where a key leads to from a place; undefined for a key that leads nowhere. */
  step(place: number, key: string): number | undefined;
}

/** Shows a chart, the words of the place that is looked at, and tells when one is chosen: `chosen`, with its number. */
export class ReadableChart extends LitElement {
  static override properties = { reader: { attribute: false }, choosable: { type: Boolean } };
  declare reader: ChartReader;
  /** A click, or Enter, means something. */
  declare choosable: boolean;
  #pointed: number | undefined;
  #keyed: number | undefined;

  static override styles = [
    sharedStyles,
    css`
      .reading {
        min-height: 1.45em;
        margin-bottom: 4px;
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
        color: var(--ha-muted);
      }
      @media (max-width: 560px) {
        .reading {
          min-height: 2.9em;
          white-space: normal;
        }
      }
      .reading.read {
        color: var(--ha-text);
      }
      .chart {
        position: relative;
        width: fit-content;
        touch-action: pan-y;
      }
      .chart:focus-visible {
        outline-offset: 3px;
      }
      .choosable {
        cursor: pointer;
      }
      svg {
        display: block;
      }
      .mark {
        position: absolute;
        inset: 0;
        overflow: visible;
        pointer-events: none;
      }
      .mark rect {
        fill: none;
        stroke: var(--ha-text);
        stroke-width: 1.5;
      }
    `,
  ];

  override render(): TemplateResult | typeof nothing {
    const { reader } = this;
    if (!reader) return nothing;
    const { size, count } = reader;
    const place = this.#place;
    const reading = place === undefined ? undefined : reader.read(place);
    const now = Math.min(place ?? reader.start, count - 1);
    return html`
      <p class="reading figures ${reading ? 'read' : ''}" aria-hidden="true">${reading?.words ?? reader.summary}</p>
      <div
        class="chart ${this.choosable ? 'choosable' : ''}"
        role="slider"
        tabindex="0"
        aria-label=${reader.name}
        aria-valuemin="0"
        aria-valuemax=${count - 1}
        aria-valuenow=${now}
        aria-valuetext=${reader.read(now).words}
        @keydown=${this.#pressed}
        @pointermove=${this.#moved}
        @pointerleave=${this.#left}
        @click=${this.#clicked}
        @focus=${this.#focused}
        @blur=${this.#blurred}
      >
        <div .innerHTML=${reader.svg}></div>
        ${
          reading
            ? html`<svg class="mark" width=${size.width} height=${size.height} aria-hidden="true">
                ${svg`<rect x=${reading.x} y=${reading.y} width=${reading.width} height=${reading.height} rx="3"></rect>`}
              </svg>`
            : nothing
        }
      </div>
      <ha-spoken-table .table=${reader.table}></ha-spoken-table>
    `;
  }

  get #place(): number | undefined {
    const place = this.#pointed ?? this.#keyed;
    return place !== undefined && place < this.reader.count ? place : undefined;
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = this.#keyed ?? this.reader.start;
    if ((event.key === 'Enter' || event.key === ' ') && this.choosable) {
      event.preventDefault();
      this.#choose(from);
      return;
    }
    const to = this.reader.step(from, event.key);
    if (to === undefined) return;
    event.preventDefault();
    this.#keyed = to;
    this.#pointed = undefined;
    this.requestUpdate();
  };

  readonly #moved = (event: PointerEvent): void => {
    this.#point(this.#under(event));
  };

  readonly #left = (): void => {
    this.#point(undefined);
  };

  readonly #focused = (event: FocusEvent): void => {
    if (!(event.currentTarget as HTMLElement).matches(':focus-visible')) return;
    this.#keyed ??= this.reader.start;
    this.requestUpdate();
  };

  readonly #blurred = (): void => {
    this.#keyed = undefined;
    this.requestUpdate();
  };

  readonly #clicked = (event: MouseEvent): void => {
    const place = this.#under(event);
    if (place === undefined) return;
    this.#keyed = place;
    if (this.choosable) this.#choose(place);
    this.requestUpdate();
  };

  #choose(place: number): void {
    this.dispatchEvent(new CustomEvent<number>('chosen', { detail: place }));
  }

  #point(place: number | undefined): void {
    if (place === this.#pointed) return;
    this.#pointed = place;
    this.requestUpdate();
  }

  #under(event: MouseEvent): number | undefined {
    const { left, top } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    return this.reader.at(event.clientX - left, event.clientY - top);
  }
}
customElements.define('ha-readable-chart', ReadableChart);
