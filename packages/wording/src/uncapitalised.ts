/** A name as it stands within a sentence: "Opleider" becomes "opleider", and "WBC-lid" stays as it is. */
export const uncapitalised = (name: string): string =>
  name.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLowerCase());
