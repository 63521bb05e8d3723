export const errors = {
  title: 'Er ging iets mis',
  unexpected: 'Er ging iets mis aan onze kant. Wat u had opgeslagen, is bewaard. Probeer het opnieuw.',
  notFound: 'Deze pagina bestaat niet, of u mag haar niet zien.',
  signedOut: 'U bent afgemeld. Meld u opnieuw aan om verder te gaan.',
  invalid: 'Wat u stuurde, klopt niet. Controleer de velden.',
  tooLarge: 'Dit is te groot om te versturen.',
  busy: 'Het is nu erg druk. Probeer het over een paar seconden opnieuw.',
  offline: 'Er is geen verbinding. Wat u typt, blijft op dit apparaat staan.',
};
