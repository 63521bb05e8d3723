/** Working in one draft at the same time, and without a connection. */
export const together = {
  offline: 'Geen verbinding.',
  onDevice: 'Uw tekst staat op dit apparaat en gaat mee zodra er verbinding is.',
  willBeOnDevice:
    'U kunt doorschrijven. Wat u typt, blijft een dag op dit apparaat en gaat mee zodra er verbinding is.',
  broughtHome: (paragraphs: number) =>
    paragraphs === 1
      ? 'De alinea die u zonder verbinding typte, is nu opgeslagen.'
      : `${paragraphs} alinea's die u zonder verbinding typte, zijn nu opgeslagen.`,
  leftOver:
    'Deze tekst typte u zonder verbinding. Hij kan niet meer in de werktekst. Kopieer hem als u hem wilt bewaren.',
  close: 'Sluiten',
  follow: (name: string) => `${name} volgen`,
  following: (name: string) => `U volgt ${name}.`,
  stopFollowing: 'Niet meer volgen',
  followingEnded: (name: string) => `U volgt ${name} niet meer.`,
};
