/** What a report counts, it finds in an index alone: by the days of its period, with what it asks of each row. */
export const version = 10
export const name = 'reports'

export const sql = /* sql */ `
CREATE INDEX growth_on ON growth (what, series, last_on, first_on, participant_id, times, first, last);
-- Who was measured in a period, is read from there.
DROP INDEX language_on;
DROP INDEX skill_on;
DROP INDEX ladder_on;
CREATE INDEX referral_on ON referral (referred_on, participant_id, kind);

DROP INDEX placement_figures;
CREATE INDEX placement_figures ON placement (stage, starts_on, participant_id, kind, ended_on, trajectory_id);
CREATE INDEX placement_ended ON placement (ended_on) WHERE ended_on IS NOT NULL;

DROP INDEX aftercare_on;
CREATE INDEX aftercare_on ON aftercare (due_on, month, participant_id, trajectory_id, done_on, outcome, dropped_on);
DROP INDEX aftercare_done;
CREATE INDEX aftercare_benefit ON aftercare (done_on, participant_id, benefit_ended, trajectory_id)
  WHERE benefit_ended IS NOT NULL;
`
