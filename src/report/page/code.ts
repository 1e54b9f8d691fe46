import { PROBE_STATES } from "../../telling/state-words.ts";
import type { PageFile, Probe } from "../page-data.ts";
import { copyLink } from "./copying.ts";
import { codeText, el, quoted, text } from "./dom.ts";
import { linkTo } from "./lines.ts";
import { idOf } from "./places.ts";
import { tokensOf } from "./python.ts";
import { badge, mark, toneOfOutcome } from "./tones.ts";

/** A file with what was tried on it, each stub and mutant at its line. */
export function fileView(file: PageFile, task: number): HTMLElement {
  const tokens = tokensOf(file.lines);
  const byLine = Map.groupBy(file.probes, ({ range }) => range[0]);
  const lines = tokens.map((own, index) => {
    const probes = byLine.get(index + 1) ?? [];
    return el(
      "div.line",
      { id: `line:${file.path}:${index + 1}` },
      el("span.number", { "aria-hidden": "true" }, String(index + 1)),
      marker(probes, index + 1),
      el(
        "code",
        own.map(([piece, kind]) => (kind === "" ? text(piece) : el(`span.${kind}`, text(piece)))),
      ),
      probes.length === 0 ? null : probeList(file, probes, task),
    );
  });
  return el(
    file.probes.length === 0 ? "figure.file.plain" : "figure.file",
    el(
      "figcaption",
      el("code", el("bdi", file.path)),
      file.url === null ? null : linkTo(file.url, [el("span", "at this commit")]),
    ),
    el("div.code", { tabindex: "0", role: "group", "aria-label": file.path }, lines),
    file.cut === null ? null : el("p.note", file.cut),
  );
}

/** What the line counts; it opens and closes the list below it. */
function marker(probes: readonly Probe[], line: number): HTMLElement {
  if (probes.length === 0) return el("span.marker");
  const missed = probes.filter(isMissed).length;
  const noticed = probes.filter(({ outcome }) => outcome === "killed").length;
  const tone = missed > 0 ? "bad" : noticed > 0 ? "good" : "quiet";
  const opener = el(
    `button.marker.${tone}`,
    {
      type: "button",
      "aria-expanded": String(missed > 0),
      "aria-label": `${noticed}/${probes.length} changes noticed in line ${line}`,
      click: () => {
        const list = opener.parentElement?.querySelector<HTMLElement>(".probes");
        if (list === null || list === undefined) return;
        list.hidden = !list.hidden;
        opener.setAttribute("aria-expanded", String(!list.hidden));
      },
    },
    mark(tone),
    ` ${noticed}/${probes.length}`,
  );
  return opener;
}

/** Neither a test nor an example noticed it. */
export function isMissed({ outcome }: Probe): boolean {
  return outcome === "survived";
}

function probeList(file: PageFile, probes: readonly Probe[], task: number): HTMLElement {
  return el(
    "ul.probes",
    { hidden: !probes.some(isMissed) },
    probes.map((probe) => probeRow(file, probe, task)),
  );
}

function probeRow({ path }: PageFile, probe: Probe, task: number): HTMLElement {
  const { kind, sort, outcome, what, why } = probe;
  const target = { kind: "mutant", name: nameOf(path, probe) } as const;
  const word = kind === "unreached" ? "not reached" : PROBE_STATES[outcome];
  return el(
    isMissed(probe) ? "li.missed" : "li",
    { id: idOf(target), tabindex: "-1" },
    badge(toneOfOutcome(outcome), word),
    " ",
    el("span.sort", kind === "mutant" ? "mutant" : kind === "stub" ? "stub" : "", ` · ${sort}`),
    " ",
    kind === "mutant" ? changed(what) : codeText(what),
    why === null ? null : el("span.why", ": ", quoted(why)),
    " ",
    copyLink({ task, to: target }, "this change"),
  );
}

/** `a < b` → `a <= b`, as the engine writes it, with the quotes as code. */
function changed(what: string): HTMLElement {
  const pieces = what.split("`");
  return el(
    "span.change",
    pieces.map((piece, index) =>
      index % 2 === 1 && index < pieces.length - 1 ? codeText(piece) : quoted(piece),
    ),
  );
}

/** The same for the same change, in every run on the same code. */
export function nameOf(path: string, { kind, range, sort, what }: Probe): string {
  const name = kind === "mutant" ? sort : `${kind} ${what}`;
  return `${path}:${range.join("-")}:${name}`;
}
