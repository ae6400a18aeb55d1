import { prepared } from '#db/prepare.ts'
import type { TestOffice } from './office.ts'

/**
 * A letter about the whole trajectory, or up to `period_to`, that was sent, with a PDF that is not one: for
 * what only has to know that it is there. The letters' own features make real ones.
 */
export function aSentLetter(
  office: TestOffice,
  fields: { trajectory_id: number; number?: string; sent_on?: string; period_to?: string },
): number {
  const { trajectory_id, number = '2026-0001', sent_on = office.ctx.today, period_to = null } = fields
  return office.command(() =>
    Number(
      prepared(
        office.db,
        `INSERT INTO letter (kind, participant_id, trajectory_id, case_manager_id, staff_id, period_from, period_to,
                             state, dated_on, draft, number, facts, pdf, pdf_sha256, finalised_at, sent_on, sent_how)
         SELECT 'progress', t.participant_id, t.id, r.case_manager_id, t.coach_id, t.starts_on,
                coalesce(@period_to, t.planned_end_on), 'sent', @sent_on, '{}', @number, '{}', x'25', 'x', @sent_on,
                @sent_on, 'post'
           FROM trajectory t JOIN referral r ON r.id = t.referral_id WHERE t.id = @trajectory_id`,
      ).run({ trajectory_id, number, sent_on, period_to }).lastInsertRowid,
    ),
  )
}
