/**
 * For each code of core/api/errors.ts: what happened (`title`), what that means for the data (`body`), and what
 * to do now (`todo`). Values: `path`, `version`, `ref`, as the code's data have them.
 */
export default {
  NOT_SET_UP: {
    title: 'Er is nog geen kantoor op deze pc.',
    body: 'Er is niets opgeslagen.',
    todo: 'Begin met de eerste start.',
  },
  ALREADY_SET_UP: {
    title: 'Op deze pc staat al een kantoor.',
    body: 'De gegevens van dat kantoor zijn niet veranderd.',
    todo: 'Sluit dit scherm, open Trajectboek opnieuw en log in.',
  },
  LOCKED: {
    title: 'Trajectboek is op slot.',
    body: 'Wat eerder is opgeslagen, staat veilig. Dit laatste is nog niet opgeslagen.',
    todo: 'Log in en probeer het nog een keer.',
  },
  WRONG_PASSWORD: {
    title: 'Dit wachtwoord past niet bij deze naam.',
    body: 'Er is niets veranderd.',
    todo: 'Kijk of Caps Lock uit staat en typ het wachtwoord nog een keer. Weet je het niet meer? Met de herstelcode op papier kom je altijd bij de gegevens.',
  },
  WRONG_CODE: {
    title: 'Met deze code gaat het bestand niet open.',
    body: 'Er is niets veranderd. Het kan de code van een ander bestand zijn, of het begin van het bestand is beschadigd: dat verschil is niet te zien.',
    todo: 'Kijk of het sleutelnummer op het blad bij dit bestand hoort, of probeer een andere kopie.',
  },
  FORBIDDEN: {
    title: 'Dit mag alleen een beheerder doen.',
    body: 'Er is niets veranderd.',
    todo: 'Vraag het aan een collega die beheerder is.',
  },
  NOT_FOUND: {
    title: 'Dit is er niet meer.',
    body: 'Misschien is het weggehaald of teruggedraaid. Verder is er niets veranderd.',
    todo: 'Ga terug naar de lijst en zoek het daar op.',
  },
  INVALID: {
    title: 'Nog niet opgeslagen: kijk naar de gemarkeerde vakken.',
    body: 'Wat je typte, staat er nog.',
    todo: 'Verbeter wat onder de vakken staat en sla opnieuw op.',
  },
  CLOSED_DAY: {
    title: 'De werkplaats is op deze dag gesloten.',
    body: 'Voor deze dag is niets ingevuld.',
    todo: 'Was de werkplaats toch open? Haal de sluiting weg bij Instellingen.',
  },
  WEEK_CLOSED: {
    title: 'Week {{week}} is gesloten: wat erin staat, verandert niet meer.',
    body: 'Er is niets veranderd.',
    todo: 'Moet er toch iets anders? Ga naar die week en open hem weer.',
    link: 'Naar week {{week}}',
  },
  LETTER_INCOMPLETE: {
    title: 'De brief kan nog niet worden vastgelegd.',
    body: 'Je concept is opgeslagen.',
    todo: 'Vul aan wat bij de brief als nodig staat.',
  },
  LETTER_FINAL: {
    title: 'Deze brief ligt vast.',
    body: 'Een vastgelegde brief verandert niet meer. Er is niets veranderd.',
    todo: 'Maak een nieuwe brief als er iets anders in moet staan.',
  },
  LETTER_REVIEW: {
    title: 'Een collega moet deze brief eerst nakijken.',
    body: 'Je concept is opgeslagen. Er is niets vastgelegd.',
    todo: 'Vraag een collega om de brief na te kijken. Wie dat vroeg, kan niet zelf akkoord gaan.',
  },
  LETTER_CLOCK: {
    title: 'De klok van deze pc staat op een dag voor de laatste brief.',
    body: 'Er is niets vastgelegd.',
    todo: 'Kijk de datum van de pc na.',
  },
  INTAKE_FINISHED: {
    title: 'Deze intake is afgerond.',
    body: 'Wat je net typte staat nog op het scherm, maar niet in het dossier.',
    todo: 'Open de intake opnieuw om er iets aan te veranderen.',
  },
  NOTHING_TO_UNDO: {
    title: 'Er is niets om ongedaan te maken.',
    body: 'Er is niets veranderd.',
  },
  CHANGED_SINCE: {
    title: 'Hier is daarna nog iets veranderd.',
    body: 'Ongedaan maken kan nu niet meer vanzelf. Er is niets veranderd.',
    todo: 'Verander het zelf op de pagina waar het staat.',
  },
  EDITED_ELSEWHERE: {
    title: 'Iemand anders heeft dit net ook gewijzigd.',
    body: 'Wat je typte, staat nog op het scherm. Het is nog niet bewaard.',
    todo: 'Kies bij het veld welke tekst blijft.',
  },
  FOLDER_NOT_WRITABLE: {
    title: 'In deze map kan Trajectboek niet schrijven: {{path}}',
    body: 'Wat is opgeslagen, staat veilig op deze pc. De kopie in deze map is niet bijgewerkt.',
    todo: 'Kijk of de map er is en of je erin mag opslaan, of kies een andere map.',
  },
  DISK_FULL: {
    title: 'De schijf is vol.',
    body: 'Wat eerder is opgeslagen, staat veilig. Dit laatste is niet opgeslagen; wat je typte, staat er nog.',
    todo: 'Maak ruimte: leeg de prullenbak of verplaats grote bestanden. Sla daarna opnieuw op.',
  },
  FILE_IN_USE: {
    title: 'Een ander programma heeft dit bestand open: {{path}}',
    body: 'De gegevens zijn niet veranderd.',
    todo: 'Staat Trajectboek nog ergens open, ook bij een andere Windows-gebruiker? Sluit het daar en probeer het opnieuw.',
  },
  NOT_OUR_FILE: {
    title: 'Dit bestand hoort niet bij dit kantoor: {{path}}',
    body: 'Het bestand is niet aangeraakt.',
    todo: 'Kies een ander bestand, of een map waarin het niet staat.',
  },
  UNREADABLE_FILE: {
    title: 'Dit bestand gaat niet open: {{path}}',
    body: 'Er is niets veranderd of weggegooid. Het is beschadigd, het is geen bestand van Trajectboek, of de code hoort er niet bij.',
    todo: 'Laat het bestand staan. Pak het blad met de herstelcode en de nieuwste kopie, en vraag om hulp.',
  },
  NEWER_VERSION: {
    title: 'Dit bestand is van een nieuwere Trajectboek ({{version}}): {{path}}',
    body: 'Er is niets veranderd.',
    todo: 'Installeer de nieuwste versie van Trajectboek en open het bestand daarmee.',
  },
  DAMAGED_FILE: {
    title: 'Dit bestand is beschadigd: {{path}}',
    body: 'Trajectboek heeft er niets aan veranderd en niets weggegooid.',
    todo: 'Laat het bestand staan. Pak de nieuwste kopie en het blad met de herstelcode, en vraag om hulp.',
  },
  NOT_THIS_PLACE: {
    title: 'Op deze plek kan het niet: {{path}}',
    body: 'De map staat op het netwerk, is van Trajectboek zelf, of is de map waarin je bestand al staat. Er is niets veranderd.',
    todo: 'Kies voor een kopie een USB-stick of een andere schijf. Trajectboek zelf hoort op een schijf van deze pc.',
  },
  COPY_DIFFERS: {
    title: 'Deze kopie is niet goed geworden: {{path}}',
    body: 'Wat is teruggelezen, is anders dan wat is geschreven. De kopie is weggehaald; je gegevens zijn niet veranderd.',
    todo: 'Gebruik een andere USB-stick of schijf en maak de kopie daar opnieuw.',
  },
  LAST_MANAGER: {
    title: 'Dit is de laatste beheerder.',
    body: 'Er moet altijd iemand zijn die instellingen en collega’s kan beheren. Er is niets veranderd.',
    todo: 'Maak eerst een collega beheerder.',
  },
  HOST_HAS_PEOPLE: {
    title: 'Hier hebben nog mensen een plek.',
    body: 'De organisatie blijft daarom in de lijst. Er is niets veranderd.',
    todo: 'Laat eerst hun plek stoppen, of zoek een andere plek voor ze.',
  },
  PERMISSION_NEEDED: {
    title: 'Hiervoor is toestemming nodig.',
    body: 'De deelnemer heeft hier nog geen toestemming voor gegeven, of heeft die ingetrokken. Er is niets gemaakt.',
    todo: 'Vraag het na en leg de toestemming vast.',
  },
  SHUTTING_DOWN: {
    title: 'Trajectboek sluit af.',
    body: 'Wat eerder is opgeslagen, staat veilig. Dit laatste is niet opgeslagen.',
    todo: 'Open Trajectboek opnieuw en kijk of alles er staat.',
  },
  UNEXPECTED: {
    title: 'Dit ging niet zoals het moet.',
    body: 'Wat eerder is opgeslagen, staat veilig. Dit laatste is misschien niet opgeslagen.',
    todo: 'Probeer het nog een keer. Blijft het misgaan? Geef dan dit nummer door: {{ref}}',
  },
  /** The browser host, opened without its key. */
  browserHost: {
    title: 'Dit adres werkt hier niet (meer).',
    todo: 'Sluit Trajectboek, start het opnieuw en open het nieuwe adres.',
  },
}
