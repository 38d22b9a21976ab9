// Who speaks in a pane that no adapter describes (or describes only in part). Words in the markup first, then shown names, then the
// message just sent from the composer. Where two groups are found and nothing says which is the agent, it says so and does not guess.
import type { Speaker } from '../../protocol/vocabulary';
import { commonMarks, kindOfRow, type Mark, marksOf, sideOfMarks } from './marks';
import { ownNameAmong } from './names';
import { findSplit, type Split } from './split';
import { isSystemLine, type Side, sideOfName } from './tokens';

/** A row to learn from: its element, its words, its speaker's name where one is shown. */
export type Row = { readonly element: Element; readonly words: string; readonly name: string | null };

/** What one row is: said by somebody, no utterance, or not to be told. */
export type Said = Exclude<Speaker, 'system'> | 'left_out' | null;

/** How the agent was told from the customer; `two_groups` that they were told apart and no more. */
export type SideReason = 'markup' | 'role_names' | 'own_name' | 'sent_here' | 'one_marked' | 'two_groups' | 'nothing';

export type SideRule = {
  /** Whether agent and customer are told from each other. */
  readonly known: boolean;
  /** A row that shows no name was said by whoever said the row before. */
  readonly inherits: boolean;
  readonly reasons: readonly SideReason[];
  saidBy(row: Row): Said;
};

/** What sent messages proved on this page: names and marks that are the agent's. Lives as long as the page. */
export class Proofs {
  readonly #names = new Set<string>();
  readonly #marks = new Map<string, 'a' | 'b'>();
  readonly #rows = new WeakSet<Element>();

  /** The agent has just sent what this row says. */
  prove(row: Row): void {
    this.#rows.add(row.element);
    if (row.name !== null) this.#names.add(row.name);
  }
  isAgentName(name: string): boolean {
    return this.#names.has(name);
  }
  /** The agent's group in a split, from a proven row among these or from an earlier conversation on this page. */
  agentGroup(split: Split, rows: readonly Element[]): 'a' | 'b' | null {
    const proven = rows.filter((row) => this.#rows.has(row)).map((row) => split.groupOf(row));
    const group = proven.find((found) => found !== null) ?? this.#marks.get(split.mark) ?? null;
    if (group !== null) this.#marks.set(split.mark, group);
    return group;
  }
}

/** Share of the utterances that must be told before any is believed. */
const TOLD_SHARE = 0.5;
const NO_MARKS: ReadonlySet<Mark> = new Set();

/** A row with its marks, which are looked up once. */
type MarkedRow = Row & { readonly layers: Layers };

/** Learns who speaks from some rows. In: rows of one pane in spoken order. Cost: grows with the rows given. */
export function findSides(rows: readonly Row[], container: Element, pane: Element, proofs: Proofs): SideRule {
  return new Sides(rows, container, pane, proofs);
}

class Sides implements SideRule {
  readonly known: boolean;
  readonly inherits: boolean;
  readonly #reasons = new Set<SideReason>();
  readonly #container: Element;
  /** Marks that every row carries. */
  readonly #common: ReadonlySet<Mark>;
  /** Those of them that are no evidence of a row being a note or the like. */
  readonly #shared: ReadonlySet<Mark>;
  /** Those of them that are no evidence of who speaks. */
  readonly #ignored: ReadonlySet<Mark>;
  readonly #split: Split | null;
  readonly #agentGroup: 'a' | 'b' | null;
  readonly #names: NameSides;
  /** Where only one side is marked: its rows, and whose the others are. */
  readonly #oneMarked: { readonly rows: readonly Row[]; readonly others: Side } | null;

  constructor(rows: readonly Row[], container: Element, pane: Element, proofs: Proofs) {
    this.#container = container;
    const marked = rows.map((row) => this.#withMarks(row));
    this.#common = commonMarks(marked.map(({ layers }) => layers));
    this.#shared = rows.length > 2 ? this.#common : NO_MARKS;
    const spoken = marked.filter((row) => !this.#isLeftOut(row));
    const elements = spoken.map(({ element }) => element);

    this.#names = new NameSides(spoken, pane, proofs);
    this.inherits = this.#names.count > 0;
    // Where every row says who speaks, nothing else needs to be learnt.
    const isPlain = spoken.length > 1 && spoken.every(({ layers }) => sideOfMarks(layers, this.#common, 2) !== null);
    this.#split = isPlain ? null : findSplit(elements, container);
    this.#agentGroup = this.#split === null ? null : proofs.agentGroup(this.#split, elements);
    // All rows alike: one person has spoken so far, and what the rows share may be that person's mark.
    this.#ignored = !isPlain && this.#split === null && this.#names.people <= 1 ? NO_MARKS : this.#common;

    this.#oneMarked = this.#findOneMarked(spoken);
    const share = this.#toldShare(spoken);
    this.known = share > 0 && share >= TOLD_SHARE;
    if (!this.known) this.#reasons.add(this.#split !== null || this.#names.count > 1 ? 'two_groups' : 'nothing');
  }

  get reasons(): readonly SideReason[] {
    return [...this.#reasons];
  }

  saidBy(row: Row): Said {
    const marked = this.#withMarks(row);
    return this.#isLeftOut(marked) ? 'left_out' : this.#tell(marked);
  }

  #withMarks(row: Row): MarkedRow {
    return { ...row, layers: marksOf(row.element, this.#container) };
  }

  /** Strong marks, then names, then weak marks, then what was proved, then being the other one. */
  #tell(row: MarkedRow): Said {
    const marked = this.#because('markup', sideOfMarks(row.layers, this.#ignored, 2));
    if (marked !== null) return marked;
    const role = row.name === null ? null : sideOfName(row.name);
    if (role !== null) return this.#because('role_names', role);
    const named = this.#because('own_name', this.#names.sideOf(row.name));
    if (named !== null) return named;
    const weak = this.#because('markup', sideOfMarks(row.layers, this.#ignored, 1));
    if (weak !== null) return weak;
    const group = this.#agentGroup === null ? null : (this.#split?.groupOf(row.element) ?? null);
    if (group !== null) return this.#because('sent_here', group === this.#agentGroup ? 'agent' : 'customer');
    const isOther = this.#oneMarked !== null && this.#isOther(row, this.#oneMarked.rows);
    return isOther ? this.#because('one_marked', this.#oneMarked?.others ?? null) : null;
  }

  #because(reason: SideReason, said: Said): Said {
    if (said !== null) this.#reasons.add(reason);
    return said;
  }

  /** "own" on some rows and nothing on the others, which are alike in all else: those are the other person's. */
  #findOneMarked(rows: readonly MarkedRow[]): { rows: readonly Row[]; others: Side } | null {
    const sides = rows.map(({ layers }) => sideOfMarks(layers, this.#ignored, 1));
    const found = new Set(sides.filter((side) => side !== null && side !== 'bot'));
    const [side] = found;
    const marked = rows.filter((_, index) => sides[index] === side);
    const unmarked = rows.filter((row, index) => sides[index] === null && !this.#takesFromBefore(row));
    if (found.size !== 1 || unmarked.length === 0 || !unmarked.every((row) => this.#isOther(row, marked))) return null;
    return { rows: marked, others: side === 'agent' ? 'customer' : 'agent' };
  }

  /** Whether a row looks like these but for the mark of the speaker: the other group of the split, or of the same class. */
  #isOther({ element, name }: Row, marked: readonly Row[]): boolean {
    if (this.#takesFromBefore({ name })) return false;
    if (this.#split !== null) {
      const group = this.#split.groupOf(element);
      return group !== null && marked.every((row) => this.#split?.groupOf(row.element) !== group);
    }
    return marked.some(({ element: { tagName, classList } }) => {
      if (tagName !== element.tagName) return false;
      return element.classList.length === 0
        ? classList.length <= 1
        : [...element.classList].some((className) => classList.contains(className));
    });
  }

  #takesFromBefore({ name }: Pick<Row, 'name'>): boolean {
    return this.inherits && name === null;
  }

  /** Part of the rows whose speaker is told, by themselves or (where names are shown once per group) by the row before. 0..1. */
  #toldShare(rows: readonly MarkedRow[]): number {
    let before: Said = null;
    let count = 0;
    for (const row of rows) {
      before = this.#tell(row) ?? (this.#takesFromBefore(row) ? before : null);
      if (before !== null) count++;
    }
    return rows.length === 0 ? 0 : count / rows.length;
  }

  #isLeftOut({ element, words, name, layers }: MarkedRow): boolean {
    if (words === '') return true;
    const kind = kindOfRow(element, this.#container, this.#shared);
    if (kind === 'note' || kind === 'typing') return true;
    if (sideOfMarks(layers, this.#common, 2) !== null || name !== null) return false;
    return kind === 'system' || isSystemLine(words);
  }
}

/** Which people's names are the agent's: the signed-in person's, or one that a message sent from here proved. */
class NameSides {
  /** Different names shown. */
  readonly count: number;
  readonly #agents: Set<string>;
  readonly #hasAgentRole: boolean;
  readonly #others: readonly string[];
  readonly #proofs: Proofs;

  constructor(rows: readonly Row[], pane: Element, proofs: Proofs) {
    const names = [...new Set(rows.flatMap(({ name }) => name ?? []))];
    this.count = names.length;
    this.#proofs = proofs;
    this.#agents = new Set(names.filter((name) => proofs.isAgentName(name)));
    const own = this.#agents.size === 0 ? ownNameAmong(names, pane) : null;
    if (own !== null) this.#agents.add(own);
    this.#hasAgentRole = names.some((name) => sideOfName(name) === 'agent');
    this.#others = names.filter((name) => !this.#agents.has(name) && sideOfName(name) === null);
  }

  /** How many names are a person's, not a role's. */
  get people(): number {
    return this.#others.length + this.#agents.size;
  }

  sideOf(name: string | null): Side | null {
    if (name === null) return null;
    if (this.#agents.has(name) || this.#proofs.isAgentName(name)) return 'agent';
    if (this.#agents.size === 0 && !this.#hasAgentRole) return null;
    // With one other name in the chat it is the customer's. With more, one of them may be a colleague.
    return this.#others.length <= 1 ? 'customer' : null;
  }
}

type Layers = readonly (readonly Mark[])[];
