export const comparing = {
  was: 'Was',
  becomes: 'Wordt',
  sideBySide: 'Naast elkaar',
  inline: 'In de tekst',
  noChanges: 'Er zijn geen verschillen tussen deze teksten.',
};
