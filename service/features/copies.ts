/** Snapshots, the second folder, a copy on a stick. */
import type { OfficeDesk } from '../desk.ts'
import type { Feature } from './feature.ts'

export const copies = {
  state: (desk) => desk.keeper((keeper) => keeper.state()),

  makeNow: (desk) => desk.keeper((keeper) => keeper.make('asked')),

  async chooseFolder(desk) {
    return { folder: desk.host.canChooseFolder ? await desk.host.chooseFolder() : null }
  },

  setSecondFolder: (desk, { folder }) =>
    desk.keeper(async (keeper) => {
      await keeper.setSecondFolder(folder)
      return keeper.state()
    }),

  toStick: (desk, { folder }) => desk.keeper((keeper) => keeper.toStick(folder)),
} satisfies Feature<'copies', OfficeDesk>
