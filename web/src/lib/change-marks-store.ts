import { create } from 'zustand';

/** What a row says of changes that the server does not have: that they wait, or why they do not go. */
export interface ChangeMark {
  readonly is: 'pending' | 'failed';
  readonly text: string;
}

interface ChangeMarksState {
  /** By node. */
  readonly marks: ReadonlyMap<string, ChangeMark>;
}

const NO_MARKS: ReadonlyMap<string, ChangeMark> = new Map();

export const useChangeMarksStore = create<ChangeMarksState>(() => ({ marks: NO_MARKS }));

export function showChangeMarks(marks: ReadonlyMap<string, ChangeMark>): void {
  useChangeMarksStore.setState({ marks: marks.size === 0 ? NO_MARKS : marks });
}
