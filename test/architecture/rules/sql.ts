import { lineOf, parse, textOf, walk, type SourceFile, type SyntaxNode } from '../sources.ts'

/** How a statement begins; with a word that only SQL has after it, so that "Select a file" is no SQL. */
export const statement =
  /^\s*(SELECT\s[\s\S]+\sFROM\s|SELECT\s+(count|max|min|\*|1)\b|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|PRAGMA\s+\w+|CREATE\s+(TABLE|INDEX|TRIGGER|VIEW|VIRTUAL)\b|ALTER\s+TABLE\s|DROP\s+(TABLE|INDEX|TRIGGER|VIEW)\b|ATTACH\s|VACUUM\b|BEGIN\s+(IMMEDIATE|EXCLUSIVE|DEFERRED)\b|SAVEPOINT\s|WITH\s+(RECURSIVE\s+)?\w+\s*(\([^)]*\)\s*)?AS\s*\()/

/** SQL outside db/. Uppercase is how the project writes SQL; lower case is looked for in calls that run it. */
export function sqlOutsideDb(files: readonly SourceFile[]): string[] {
  const problems: string[] = []
  for (const file of files) {
    if (file.path.startsWith('db/')) continue
    const report = (node: SyntaxNode, what: string): void => {
      problems.push(
        `${file.path}:${lineOf(file, node)} ${what}. SQL lives in db/ only: add a query or a command to db/<aggregate>/ and call that.`,
      )
    }
    walk(parse(file), (node) => {
      const text = textOf(node)
      if (text !== null && statement.test(text)) report(node, `holds SQL ("${text.trim().slice(0, 40)}")`)
      if (node.type !== 'CallExpression') return
      const callee = node['callee'] as SyntaxNode
      const name =
        callee.type === 'MemberExpression' ? (callee['property'] as SyntaxNode)['name'] : callee['name']
      const owner = callee.type === 'MemberExpression' ? (callee['object'] as SyntaxNode) : null
      const onDb = /(^|\.)db$/i.test(owner ? file.text.slice(owner.start, owner.end) : '')
      if (name === 'prepared' || (onDb && (name === 'prepare' || name === 'pragma' || name === 'exec')))
        report(node, `calls ${String(name)}()`)
    })
  }
  return problems
}

/** Names in a file that stand for fixed text: imported, or a const made from literals. */
function constantNames(program: SyntaxNode): Set<string> {
  const names = new Set<string>()
  walk(program, (node) => {
    if (/^Import(Default|Namespace)?Specifier$/.test(node.type))
      names.add((node['local'] as { name: string }).name)
    if (node.type !== 'VariableDeclaration' || node['kind'] !== 'const') return
    for (const one of node['declarations'] as SyntaxNode[]) {
      const id = one['id'] as SyntaxNode
      const value = one['init'] as SyntaxNode | null
      if (id.type === 'Identifier' && value && isFixed(value, names)) names.add(id['name'] as string)
    }
  })
  return names
}

/** Whether an expression can only give text that stands in the source. */
function isFixed(node: SyntaxNode, names: ReadonlySet<string>): boolean {
  const fixed = (value: unknown): boolean => isFixed(value as SyntaxNode, names)
  switch (node.type) {
    case 'Literal':
      return true
    case 'Identifier':
      return names.has(node['name'] as string)
    case 'TemplateLiteral':
      return (node['expressions'] as SyntaxNode[]).every(fixed)
    case 'ConditionalExpression':
      return fixed(node['consequent']) && fixed(node['alternate'])
    case 'BinaryExpression':
      return node['operator'] === '+' && fixed(node['left']) && fixed(node['right'])
    case 'ArrayExpression':
      return (node['elements'] as SyntaxNode[]).every(fixed)
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return fixed(node['expression'])
    case 'ObjectExpression':
      return (node['properties'] as SyntaxNode[]).every(
        (one) => one.type === 'Property' && fixed(one['value']),
      )
    case 'MemberExpression':
      return fixed(node['object']) // a fixed table of texts, whichever row is taken
    case 'SpreadElement':
      return fixed(node['argument'])
    case 'ArrowFunctionExpression': {
      const params = (node['params'] as SyntaxNode[]).map((one) => one['name'] as string)
      return isFixed(node['body'] as SyntaxNode, new Set([...names, ...params]))
    }
    case 'CallExpression': {
      // insertSql('task', columns), columns.map((one) => ...).join(', '): fixed in, fixed out.
      const callee = node['callee'] as SyntaxNode
      const source = callee.type === 'MemberExpression' ? callee['object'] : callee
      return fixed(source) && (node['arguments'] as SyntaxNode[]).every(fixed)
    }
    default:
      return false
  }
}

/**
 * Statements in db/ that are put together from something else than fixed text. Only for statements that are
 * prepared: the engine's own DDL (migrations, history triggers) and the key pragma cannot use parameters.
 */
export function unboundSql(files: readonly SourceFile[]): string[] {
  const problems: string[] = []
  for (const file of files) {
    if (!file.path.startsWith('db/') || file.path === 'db/prepare.ts') continue
    // Undo and the triggers are made from the schema itself: names that SQLite gave, quoted; values are bound.
    if (file.path.startsWith('db/history/')) continue
    const program = parse(file)
    const names = constantNames(program)
    walk(program, (node) => {
      if (node.type !== 'CallExpression') return
      const callee = node['callee'] as SyntaxNode
      const member = callee.type === 'MemberExpression'
      const name = member ? (callee['property'] as SyntaxNode)['name'] : callee['name']
      const sql = (node['arguments'] as SyntaxNode[])[member ? 0 : 1]
      if (!(member ? name === 'prepare' : name === 'prepared') || !sql || isFixed(sql, names)) return
      problems.push(
        `${file.path}:${lineOf(file, node)} puts a statement together from values. Use ? or @name and bind the value; only named constants may stand in the text.`,
      )
    })
  }
  return problems
}
