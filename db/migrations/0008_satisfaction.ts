/** How satisfied the participant and the case manager were with a trajectory, asked at its end. */
export const version = 8
export const name = 'satisfaction'

export const sql = /* sql */ `
-- In their own words, 1 to 5; NULL: no answer. The day on which it was asked may stand there without one.
ALTER TABLE trajectory ADD COLUMN participant_satisfaction INTEGER CHECK (participant_satisfaction BETWEEN 1 AND 5);
ALTER TABLE trajectory ADD COLUMN participant_asked_on TEXT CHECK (date(participant_asked_on) IS participant_asked_on);
ALTER TABLE trajectory ADD COLUMN case_manager_satisfaction INTEGER CHECK (case_manager_satisfaction BETWEEN 1 AND 5);
ALTER TABLE trajectory ADD COLUMN case_manager_asked_on TEXT CHECK (date(case_manager_asked_on) IS case_manager_asked_on);
`
