/** Everybody on the way to a place, at a place, or just back: as a board of five columns, or as a list. */
import { Button } from '@mantine/core'
import { IconLayoutKanban, IconPlus, IconTable } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlacementStage } from '#core/api/fields.ts'
import type { PlacementView } from '#core/api/places.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Board } from './board.tsx'
import { CoachFilter } from './coach-filter.tsx'
import { EndDialog } from './end-dialog.tsx'
import { PlaceDialog } from './place-dialog.tsx'
import { PlacesList, type ListChoice } from './places-list.tsx'
import { isLate } from './late.ts'
import { sortPlaces } from './sort-places.ts'
import { tableOfPlaces } from './table-of-places.ts'
import './places.css'

export function PlacesScreen() {
  const { t } = useTranslation(['places', 'placing', 'common', 'app', 'enums'])
  const { today } = useOffice()
  const board = useQuery(orpc.placements.board.queryOptions())
  const navigate = useNavigate()
  const toast = useToast()
  const move = useCommand(client.placements.move)
  const [asList, setAsList] = useState(false)
  const [choice, setChoice] = useState<ListChoice>({ order: { by: 'stage', down: false }, only: '' })
  const [coach, setCoach] = useState('all')
  const [ending, setEnding] = useState<PlacementView | null>(null)
  const [moved, setMoved] = useState<number | null>(null)
  // `#/plekken?plek=12` opens that place, so that other screens can point at it.
  const { plek } = useSearch({ from: '/plekken' })

  const screen = t('app:shell.nav.places')
  if (board.isPending) return <PageWait />
  if (board.isLoadingError)
    return <PageFailure failure={failureOf(board.error)} screen={screen} retry={() => void board.refetch()} />

  const everybody = board.data
  const all = coach === 'all' ? everybody : everybody.filter((one) => String(one.coach_id ?? '') === coach)
  const { order, only } = choice
  const listed = sortPlaces(
    all.filter((one) => !asList || only === '' || one.stage === only),
    order,
  )
  const there = new Set(
    all.filter((one) => one.stage === 'placed' || one.stage === 'trial').map((one) => one.participant_id),
  )
  const late = new Set(all.filter((one) => isLate(one, today)).map((one) => one.participant_id))
  const open = (id: number) => void navigate({ to: '/plekken', search: { plek: String(id) } })

  async function moveTo(placement: PlacementView, stage: PlacementStage): Promise<void> {
    if (stage === placement.stage) return
    if (stage === 'ended') {
      setEnding(placement)
      return
    }
    const answer = await move.run({
      id: placement.id,
      stage,
      ended_on: null,
      end_reason: '',
      goal_result: null,
    })
    if (!answer) return
    setMoved(placement.id)
    toast({
      text: t('board.moved', { name: placement.personName, stage: t(`enums:placementStage.${stage}`) }),
      changeSetId: answer.changeSetId,
    })
  }

  const add = () => void navigate({ to: '/plekken/nieuw' })
  return (
    <Page
      title={screen}
      screen={screen}
      lead={
        everybody.length > 0 && (
          <>
            {there.size === 0 ? t('board.lead_zero') : t('board.lead', { count: there.size })}{' '}
            {late.size > 0 && (
              <>
                {t('board.leadLateBefore')}
                <strong>{t('common:people', { count: late.size })}</strong>
                {t('board.leadLateAfter')}
              </>
            )}
          </>
        )
      }
      actions={
        everybody.length > 0 && (
          <>
            <CoachFilter placements={everybody} value={coach} onChange={setCoach} />
            <Button
              variant="default"
              leftSection={
                asList ? (
                  <IconLayoutKanban size={18} stroke={2} aria-hidden />
                ) : (
                  <IconTable size={18} stroke={2} aria-hidden />
                )
              }
              onClick={() => setAsList(!asList)}
            >
              {asList ? t('board.asBoard') : t('board.asList')}
            </Button>
            <ListMenu list="placements" name={screen} tables={() => [tableOfPlaces(listed, t)]} />
            <Button leftSection={<IconPlus size={18} stroke={2} aria-hidden />} onClick={add}>
              {t('board.new')}
            </Button>
          </>
        )
      }
    >
      {move.failure && <FailureMessage failure={move.failure} />}
      {everybody.length === 0 ? (
        <EmptyState
          title={t('board.emptyTitle')}
          action={
            <Button leftSection={<IconPlus size={18} stroke={2} aria-hidden />} onClick={add}>
              {t('board.emptyAction')}
            </Button>
          }
        >
          {t('board.emptyText')}
        </EmptyState>
      ) : asList ? (
        <PlacesList
          placements={listed}
          today={today}
          choice={choice}
          onChoose={setChoice}
          onOpen={open}
          onMove={(one, stage) => void moveTo(one, stage)}
        />
      ) : (
        <Board
          placements={all}
          today={today}
          moved={moved}
          onOpen={open}
          onMove={(one, stage) => void moveTo(one, stage)}
        />
      )}
      {ending && (
        <EndDialog
          placement={ending}
          onClose={() => setEnding(null)}
          onEnded={(changeSetId) => {
            setMoved(ending.id)
            setEnding(null)
            toast({
              text: t('board.moved', { name: ending.personName, stage: t('board.endedColumn') }),
              changeSetId,
            })
          }}
        />
      )}
      <PlaceDialog
        id={plek !== undefined && /^[1-9]\d*$/.test(plek) ? Number(plek) : null}
        onClose={() => void navigate({ to: '/plekken' })}
      />
    </Page>
  )
}
