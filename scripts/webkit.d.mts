/** Path of the browser that the driver drives, if both are installed. */
export function webkitPath(): string | undefined;

export interface Driver {
  /** Starts it, in place of one that answers no more. */
  start(): Promise<void>;
  stop(): void;
  /** Opens a browser. @returns Its session. */
  begin(capabilities?: Readonly<Record<string, unknown>>): Promise<string>;
  /** @throws {Error} With what the driver refuses. */
  ask(method: string, path: string, body?: object): Promise<unknown>;
  /** Makes the window as large as makes its content so. */
  resize(session: string, size: { readonly width: number; readonly height: number }): Promise<void>;
  /** Presses keys one after another: `Tab`, `Shift+Tab`, `a`. */
  type(session: string, keys: readonly string[]): Promise<void>;
}

/**
 * A driver of its own, with a screen where there is none. It has one session at a time.
 *
 * @param folder - Of its settings. @param downloads - Where its browser puts what a page saves.
 */
export function webkitDriver(folder?: string, downloads?: string): Driver;
