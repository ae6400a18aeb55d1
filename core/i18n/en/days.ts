export default {
  alerts: {
    no_shows: 'Away {{count}} half-days in a row without notice, since {{date}}',
    absences: 'Away {{count}} half-days in a row, since {{date}}',
    absencesSilent: 'Away {{count}} half-days in a row, since {{date}}. {{silent}} without notice',
    falling_rate: 'Comes less often: {{now}}% in the last four weeks, {{before}}% in the four weeks before',
    rule: 'Listed here: who was away {{inARow}} planned half-days in a row. And who comes less often: in the last {{weeks}} weeks at least {{points}} points lower than in the {{weeks}} weeks before, and under {{below}}%. Language lessons and closed days do not count.',
  },
  occupancy: {
    over: '{{day}} {{part}}: {{people}} people, room for {{capacity}}. Busiest on {{on}}.',
    overNow: '{{day}} {{part}}: {{people}} people, room for {{capacity}}.',
    still: 'You can save this all the same.',
  },
}
