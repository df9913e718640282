// Every shape that crosses the border between the page and its hosts. Units stand in the names.

/**
 * @typedef {{lat_deg: number, lon_deg: number, distance_km: number, bearing_deg?: number, tilt_deg?: number}} View
 * @typedef {{where: string, what: string}} Refusal
 * @typedef {{applied: boolean, refused: Refusal[]}} Answer
 * @typedef {{frames: number, draw_calls: number, triangles: number, gpu_bytes: number,
 *            uploaded_bytes_last_frame: number, cpu_last_frame_ms: number}} Stats
 * @typedef {{state?: string, cooperative?: boolean, keys?: boolean, files?: AtlasFiles,
 *            on_progress?: (share: number, phase: string) => void,
 *            on_answer?: (answer: Answer) => void}} AtlasOptions  on_answer: what became of `state`
 * @typedef {{wasm: () => Promise<Uint8Array>, pack: () => Promise<Uint8Array>,
 *            texts: (() => Promise<Uint8Array>) | null, fine: (() => Promise<Uint8Array>) | null,
 *            at_hand: boolean}} AtlasFiles   at_hand: they lie in the page and cost no way
 * @typedef {{lon_deg: ArrayLike<number>, lat_deg: ArrayLike<number>, values: ArrayLike<number>,
 *            times_day: ArrayLike<number>}} Columns
 * @typedef {{kind: 'copy_text' | 'open_url' | 'toggle_text_view' | 'save_picture' | 'loaded_column', text: string}} HostRequest
 * @typedef {{ready: void, state: string, select: string, error: {code: string, message: string},
 *            'text-view': void}} AtlasEvents
 */

export {};
