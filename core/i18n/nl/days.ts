export default {
  alerts: {
    no_shows: '{{count}} halve dagen achter elkaar weg zonder bericht, sinds {{date}}',
    absences: '{{count}} halve dagen achter elkaar weg, sinds {{date}}',
    absencesSilent: '{{count}} halve dagen achter elkaar weg, sinds {{date}}. {{silent}} zonder bericht',
    falling_rate: 'Komt minder vaak: {{now}}% in de laatste vier weken, {{before}}% in de vier weken ervoor',
    rule: 'Hier staat wie {{inARow}} geplande halve dagen achter elkaar weg was. En wie minder vaak komt: in de laatste {{weeks}} weken minstens {{points}} punten lager dan in de {{weeks}} weken ervoor, en onder de {{below}}%. Taalles en gesloten dagen tellen niet mee.',
  },
  occupancy: {
    over: '{{day}} {{part}}: {{people}} mensen, plek voor {{capacity}}. Het drukst op {{on}}.',
    overNow: '{{day}} {{part}}: {{people}} mensen, plek voor {{capacity}}.',
    still: 'Je kunt dit gewoon bewaren.',
  },
}
