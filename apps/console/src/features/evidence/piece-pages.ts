/** The pages that show pieces: asked again after one of them changed, as far as one is open. */
export const PIECE_PAGES = ['FindingPage', 'EvidencePage', 'MeetingsPage'];
