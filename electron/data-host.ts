/** The life of the data process, seen from the main process: fork, ports, one restart, the way out. */
import { MessageChannelMain, type MessagePortMain, utilityProcess, type UtilityProcess } from 'electron'
import type { OfficeSignal } from '#core/api/shell.ts'
import type { AnswerHostCall } from './host-services.ts'
import type { FailedSignal, FromDataProcess, OfficePlace, ToDataProcess } from './lifecycle.ts'

export interface DataHostOptions {
  readonly entry: string
  readonly place: OfficePlace
  readonly answer: AnswerHostCall
  /** Brings a signal to the page; `port` only with `ready`. */
  readonly tell: (signal: OfficeSignal, port?: MessagePortMain) => void
  /** Longest wait for the way out, in ms: one publish of the largest office (2 s) and some air. */
  readonly quitLimit?: number
  /** Of the data process's own messages; `inherit` shows them on the terminal. */
  readonly stdio: 'inherit' | 'ignore'
}

export class DataHost {
  readonly #options: DataHostOptions
  #child: UtilityProcess | null = null
  #state: 'starting' | 'ready' | 'failed' | 'closing' = 'starting'
  #restarted = false
  #pageListens = false
  /** A failure from before the page was there to hear it. */
  #untold: FailedSignal | null = null
  #gone: () => void = () => {}

  constructor(options: DataHostOptions) {
    this.#options = options
  }

  /** Forks the process. It opens, checks and migrates by itself, then says `ready` or `failed`. */
  start(): void {
    this.#state = 'starting'
    const { entry, stdio, place } = this.#options
    const child = utilityProcess.fork(entry, [], { serviceName: 'Trajectboek data', stdio })
    this.#child = child
    child.on('message', (message: FromDataProcess) => {
      if (child === this.#child) this.#hear(child, message)
    })
    // Sending a message from inside this listener crashes the main process: only note it, act afterwards.
    child.on('exit', () => {
      if (child !== this.#child) return
      this.#child = null
      setImmediate(() => this.#afterExit())
    })
    this.#send({ type: 'start', place })
    if (this.#pageListens) this.#options.tell({ state: 'starting' })
  }

  /** The page asks for the office: it gets a port of its own, or hears why not; asking again tries again. */
  connect(): void {
    this.#pageListens = true
    if (this.#state === 'ready') this.#handOverPort(false)
    else if (this.#untold) {
      this.#options.tell(this.#untold)
      this.#untold = null
    } else if (this.#state === 'failed') {
      this.#restarted = false
      this.start()
    } else this.#options.tell({ state: this.#state })
  }

  get ready(): boolean {
    return this.#state === 'ready'
  }

  /** The visible file is brought up to date now: before sleep, or when Windows ends the session. */
  publish(): void {
    if (this.ready) this.#send({ type: 'publish' })
  }

  /** Refuses new calls, drains, publishes, closes; resolves when the process is gone, by itself or ended. */
  async quit(): Promise<void> {
    this.#state = 'closing'
    const child = this.#child
    if (!child) return
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#gone = resolve
    this.#send({ type: 'quit' })
    const limit = setTimeout(resolve, this.#options.quitLimit ?? 8000)
    await promise
    clearTimeout(limit)
    child.kill()
  }

  #hear(child: UtilityProcess, message: FromDataProcess): void {
    if (message.type === 'hostCall') void this.#answer(child, message)
    else if (this.#state !== 'starting') return
    else if (message.type === 'failed') this.#fail(message.failure)
    else {
      this.#state = 'ready'
      if (this.#pageListens) this.#handOverPort(this.#restarted)
    }
  }

  async #answer(child: UtilityProcess, call: Extract<FromDataProcess, { type: 'hostCall' }>): Promise<void> {
    const value = await this.#options.answer(call.method, call.argument).catch(() => null)
    if (child === this.#child) this.#send({ type: 'hostAnswer', id: call.id, value })
  }

  #handOverPort(again: boolean): void {
    const { port1, port2 } = new MessageChannelMain()
    this.#send({ type: 'port' }, [port1])
    this.#options.tell({ state: 'ready', again }, port2)
  }

  #fail(failure: FailedSignal): void {
    this.#state = 'failed'
    this.#child?.kill() // it may hold the file, which the next try needs
    if (this.#pageListens) this.#options.tell(failure)
    else this.#untold = failure
  }

  #afterExit(): void {
    if (this.#state === 'closing') this.#gone()
    else if (this.#state === 'failed' || this.#child)
      return // or started anew by the page meanwhile
    else if (this.#restarted) this.#fail({ state: 'failed', code: 'UNEXPECTED', path: null, ref: null })
    else {
      this.#restarted = true
      this.start()
    }
  }

  #send(message: ToDataProcess, ports: MessagePortMain[] = []): void {
    this.#child?.postMessage(message, ports)
  }
}
