/** Whom people ask when they are stuck. */
export interface ContactView {
  /** `null` where the installation names nobody. */
  readonly contact: { readonly name: string; readonly email: string } | null;
  /** Nobody has an account yet: the server printed a link with which the first secretary makes one. */
  readonly needsSetUp: boolean;
}
