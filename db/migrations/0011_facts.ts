/** Reports read all of a person and keep it in memory: no index by the days of a report is needed any more. */
export const version = 11
export const name = 'facts'

export const sql = /* sql */ `
DROP INDEX growth_on;
DROP INDEX referral_on;
DROP INDEX placement_figures;
DROP INDEX placement_ended;
DROP INDEX aftercare_benefit;
DROP INDEX aftercare_on;
-- Whose moments these are is asked by the history of a person, and when a person goes.
CREATE INDEX aftercare_of ON aftercare (participant_id);
`
