/** The cohort of the practice office: people who are all talked to first; some of them start. */
export const projectName = 'Samen aan de slag'
export const projectRemarks = 'Eerst een gesprek met iedereen. Daarna een traject voor wie dat wil en kan.'
