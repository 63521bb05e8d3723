/** Whom people ask when they are stuck. */
export interface ContactView {
  /** `null` where the installation names nobody. */
  readonly contact: { readonly name: string; readonly email: string } | null;
}
