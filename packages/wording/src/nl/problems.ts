/** Why a request failed that no rule of the procedure refused, by the code of the problem. */
export const problems = {
  title: 'Dit is niet gelukt',
  /** With the name of the field where one is known. */
  field: (sentence: string, field: string) => `${sentence} Het gaat om: ${field}.`,
  sentences: {
    'malformed-request': 'Dit verzoek is niet te lezen. Laad de pagina opnieuw en probeer het nog eens.',
    'not-signed-in': 'U bent niet aangemeld. Meld u aan om verder te gaan.',
    'foreign-origin': 'Dit verzoek kwam van een andere website en is geweigerd.',
    'not-found': 'Dit bestaat niet, of u mag het niet zien.',
    'method-not-allowed': 'Dit adres bestaat, maar niet voor deze handeling.',
    'place-gone': 'De passage staat niet meer in het concept. Verwerk dit tekstvoorstel met de hand.',
    'place-uncertain':
      'De passage is intussen veranderd. Controleer de plaats en verwerk dit tekstvoorstel met de hand.',
    'no-proposal': 'Bij deze reactie hoort geen tekstvoorstel.',
    'draft-not-started': 'Dit document heeft nog geen concept. Begin het concept eerst.',
    'limit-reached': 'Meer kan er niet bij. Gooi eerst iets weg wat u niet meer nodig hebt.',
    'set-up-done': 'Deze link is al gebruikt of verlopen.',
    'too-large': 'Dit is te groot om te versturen.',
    'unsupported-media-type': 'Dit soort inhoud kan de server hier niet ontvangen.',
    'invalid-request': 'Wat u stuurde, klopt niet. Controleer de velden.',
    'unknown-image-type': 'Dit bestand is geen afbeelding die hier kan. U kunt PNG en JPEG gebruiken.',
    'damaged-image': 'Deze afbeelding is beschadigd of niet volledig. Sla haar opnieuw op en probeer het nog eens.',
    'huge-image': 'Deze afbeelding heeft te veel beeldpunten. Maak haar kleiner en probeer het nog eens.',
    'unknown-file-type': 'Dit soort bestand kan niet. U kunt PDF, Word, platte tekst, PNG en JPEG gebruiken.',
    'too-many-requests': 'Dit ging erg snel achter elkaar. Wacht even en probeer het opnieuw.',
    'internal-error': 'Er ging iets mis aan onze kant. Wat u had opgeslagen, is bewaard. Probeer het opnieuw.',
    busy: 'Anderen waren net bezig met dit dossier. Probeer het over een paar seconden opnieuw.',
    'storage-unavailable':
      'De server kan nu niets opslaan. Bewaar uw tekst op uw eigen computer en waarschuw de beheerder.',
  },
};
