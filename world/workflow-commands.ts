export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export interface Annotation {
  readonly kind: "error" | "warning" | "notice";
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly title?: string;
}

// The commands that actions/runner registers. Any other `::name::` is text.
const registered = new Set([
  "add-mask",
  "add-matcher",
  "add-path",
  "debug",
  "echo",
  "endgroup",
  "error",
  "group",
  "notice",
  "remove-matcher",
  "save-state",
  "set-env",
  "set-output",
  "stop-commands",
  "warning",
]);

/** What one step told the runner by its output, line by line. */
export class CommandReader {
  readonly annotations: Annotation[] = [];
  readonly outputs: Record<string, string> = {};
  readonly masks = new Set<string>();
  readonly log: string[] = [];
  #stopToken: string | null = null;

  read(line: string): void {
    const command = parseCommand(line, this.#stopToken);
    if (command === null) this.log.push(line);
    else if (command.name === this.#stopToken) this.#stopToken = null;
    else if (this.#stopToken === null) this.#obey(command);
    else this.log.push(line);
  }

  #obey({ name, properties, message }: WorkflowCommand): void {
    if (name === "add-mask") this.#mask(message);
    else if (name === "stop-commands") this.#stopToken = message;
    else if (name === "set-output") this.outputs[properties["name"] ?? ""] = message;
    else if (isAnnotationKind(name)) this.#annotate(name, properties, message);
    else if (name === "set-env" || name === "add-path") this.#refuse(name);
    else if (name === "group" || name === "endgroup" || name === "debug") {
      this.log.push(`##[${name}]${message}`);
    }
  }

  // The runner masks a secret of several lines as a whole and line by line.
  #mask(secret: string): void {
    for (const text of [secret, ...secret.split(/\r?\n/)]) {
      if (text.trim() !== "") this.masks.add(text);
    }
  }

  #annotate(kind: Annotation["kind"], properties: WorkflowCommand["properties"], message: string) {
    const { file, line, title } = properties;
    this.log.push(`##[${kind}]${message}`);
    this.annotations.push({
      kind,
      message,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { line: Number(line) }),
      ...(title === undefined ? {} : { title }),
    });
  }

  #refuse(name: string): void {
    const message = `The \`${name}\` command is disabled. Please upgrade to using Environment Files.`;
    this.#annotate("error", {}, message);
  }
}

function isAnnotationKind(name: string): name is Annotation["kind"] {
  return name === "error" || name === "warning" || name === "notice";
}

function parseCommand(line: string, stopToken: string | null): WorkflowCommand | null {
  const command = doubleColonCommand(line) ?? hashCommand(line);
  if (command === null) return null;
  const isKnown = registered.has(command.name) || command.name === stopToken;
  return isKnown ? command : null;
}

function doubleColonCommand(line: string): WorkflowCommand | null {
  const [, head, message = ""] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? [];
  if (head === undefined) return null;
  const [, name = "", properties = ""] = /^(\S*)\s*(.*)$/s.exec(head) ?? [];
  return { name, properties: parseProperties(properties, ","), message: unescaped(message) };
}

// The old form, which the runner still finds anywhere in a line.
function hashCommand(line: string): WorkflowCommand | null {
  const [, name, properties = "", message = ""] =
    /##\[(\S+?)(?:\s+(.*?))?\](.*)$/s.exec(line) ?? [];
  if (name === undefined) return null;
  return { name, properties: parseProperties(properties, ";"), message: unescaped(message) };
}

function parseProperties(text: string, separator: string): Record<string, string> {
  const pairs = text.split(separator).flatMap((pair) => {
    const end = pair.indexOf("=");
    if (end < 1) return [];
    return [[pair.slice(0, end).trim(), unescapedProperty(pair.slice(end + 1))] as const];
  });
  return Object.fromEntries(pairs);
}

function unescapedProperty(text: string): string {
  return unescaped(text.replaceAll("%3A", ":").replaceAll("%2C", ","));
}

function unescaped(text: string): string {
  return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}
