import type { NamedPackage } from "./requirements.ts";

export type Pinned =
  /** Lines such as `requests==2.32.5`, in the order of the packages. */
  | { readonly kind: "pinned"; readonly lines: readonly string[] }
  | { readonly kind: "unknown"; readonly why: string };

/** The index of packages that verify would install from. */
export interface PackageIndex {
  /** The newest versions within their bounds that have wheels and go together. */
  pin(packages: readonly NamedPackage[]): Promise<Pinned>;
}
