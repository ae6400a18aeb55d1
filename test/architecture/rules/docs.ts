/** Paths that a page names between backticks: with a folder or a file ending, without placeholders. */
export function namedPaths(page: string): string[] {
  const found = [...page.matchAll(/`([\w.@#-]+(?:\/[\w.@-]*)+)`/g)].map((match) => match[1] ?? '')
  // Only paths of the project: out/, release/ and .cache/ come and go.
  return [...new Set(found)].filter((place) =>
    /^(core|db|service|electron|renderer|build|test|docs|\.ci)\//.test(place),
  )
}

/** Paths in a page that do not exist. */
export function deadPaths(name: string, page: string, exists: (place: string) => boolean): string[] {
  return namedPaths(page)
    .filter((place) => !exists(place))
    .map((place) => `${name} names ${place}, which is not there: correct the page.`)
}

/** Folders of the rooms that a page does not name (`core/names/` or, under a heading of the room, `names/`). */
export function unnamedFolders(name: string, page: string, folders: readonly string[]): string[] {
  return folders
    .filter(
      (folder) => !page.includes(`${folder}/`) && !page.includes(`${folder.split('/').pop() ?? folder}/`),
    )
    .map((folder) => `${name} does not name ${folder}/: say in one line what lives there.`)
}
