export interface Annotation {
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
}

/** Everything the pipeline tells a person while it runs. */
export interface Log {
  info(message: string): void;
  notice(message: string, at?: Annotation): void;
  warning(message: string, at?: Annotation): void;
  error(message: string, at?: Annotation): void;
  /** Runs `work` with its lines folded under `title`. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}
