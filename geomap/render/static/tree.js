/** The tree of actors in the rail: bodies over their parts, backers over those they back; tri-state choices. */

const NONE = '-';
const SHORT = 24; // nodes of a tree that is shown whole
const TOP = 12; // of a longer one

/**
 * Nodes `{token, actor, group, children}` in the order of the rail: the most frequent first, "not stated" last.
 * @param counts incidents of each actor's row, as attacker or target
 * @param unnamed how many incidents name no attacker or no target
 */
export function actorTree(actors, counts, unnamed) {
  const nodes = actors.map((actor, i) => ({ token: actor.id, actor: i, children: [], own: counts[i] ?? 0 }));
  const parents = actors.map((_, i) => parentOf(actors, i, counts));
  const roots = [];
  nodes.forEach((node, i) => (parents[i] === null ? roots : nodes[parents[i]].children).push(node));
  const top = grouped(actors, parents, nodes, roots);
  const tree = sorted(top.map(pruned).filter(Boolean));
  if (unnamed) tree.push({ token: NONE, actor: null, children: [], own: unnamed, total: unnamed });
  return tree;
}

/** The body an actor is shown under: the first that incidents name, else the first; none if that leads in a circle. */
function parentOf(actors, i, counts) {
  const first = (at) => {
    const bodies = (actors[at].part_of ?? []).map(([body]) => body);
    return bodies.find((body) => counts[body] > 0) ?? bodies[0];
  };
  const seen = new Set([i]);
  for (let at = first(i); at !== undefined; at = first(at)) {
    if (seen.has(at)) return null;
    seen.add(at);
  }
  return first(i) ?? null;
}

function rootOf(parents, i) {
  let at = i;
  while (parents[at] !== null) at = parents[at];
  return at;
}

/** Top nodes that have a backer go under "X and groups it backs", with X itself first. */
function grouped(actors, parents, nodes, roots) {
  const groups = new Map();
  const rest = [];
  for (const node of roots) {
    const backer = actors[node.actor].backed_by?.[0]?.[0];
    const head = backer === undefined ? null : rootOf(parents, backer);
    if (head === null || head === node.actor || !hasOwn(node)) rest.push(node);
    else groups.set(head, [...(groups.get(head) ?? []), node]);
  }
  return [
    ...rest.filter((node) => !groups.has(node.actor)),
    ...[...groups].map(([head, children]) => ({
      token: `^${actors[head].id}`,
      actor: head,
      group: true,
      own: 0,
      children: [nodes[head], ...children.filter((node) => node.actor !== head)],
    })),
  ];
}

const hasOwn = (node) => node.own > 0 || node.children.some(hasOwn);

/** A node without the branches that no incident names, and without bodies that only stand over one other. */
function pruned(node) {
  if (!hasOwn(node)) return null;
  const children = sorted(node.children.map(pruned).filter(Boolean));
  if (!node.own && children.length === 1) return children[0];
  return { ...node, children, total: node.own + children.reduce((sum, child) => sum + child.total, 0) };
}

function sorted(nodes) {
  return nodes.sort((a, b) => b.total - a.total || (a.token < b.token ? -1 : 1));
}

/** Every node with its depth, in the order of the rail. */
export function* walk(tree, depth = 0) {
  for (const node of tree) {
    yield [node, depth];
    yield* walk(node.children, depth + 1);
  }
}

/**
 * Tokens that the rail shows first: all of a short tree; of a long one those with a colour, the most frequent, what they are
 * part of, and "not stated".
 */
export function seenFirst(tree, actors) {
  const nodes = [...walk(tree)].map(([node]) => node);
  if (nodes.length <= SHORT) return new Set(nodes.map(({ token }) => token));
  const found = new Set(nodes.slice(0, TOP).map(({ token }) => token));
  const look = (node) => {
    const below = node.children.map(look).some(Boolean);
    const coloured = !node.group && node.actor !== null && Boolean(actors[node.actor].slot);
    if (below || coloured || node.token === NONE) found.add(node.token);
    return found.has(node.token);
  };
  tree.forEach(look);
  return found;
}

/** For each token 'on', 'some' or 'off'. */
export function marks(tree, chosen) {
  const found = new Map();
  const mark = (node, above) => {
    const here = above || chosen.has(node.token);
    const below = node.children.map((child) => mark(child, here));
    const alone = node.group || !node.own || chosen.has(`=${node.token}`);
    const all = here || (below.length > 0 && alone && below.every((state) => state === 'on'));
    const any = all || chosen.has(`=${node.token}`) || below.some((state) => state !== 'off');
    const state = all ? 'on' : any ? 'some' : 'off';
    found.set(node.token, state);
    return state;
  };
  tree.forEach((node) => mark(node, false));
  return found;
}

/** The choice after a click on a node's box. */
export function toggled(tree, chosen, token) {
  const path = pathTo(tree, token);
  const on = marks(tree, chosen).get(token) === 'on';
  const next = new Set(chosen);
  if (!on) {
    without(path.at(-1), next);
    next.add(token);
    return next;
  }
  unfold(path, next);
  without(path.at(-1), next);
  return next;
}

/** Replace a chosen body on the path by its parts, so that one of them can be taken out. */
function unfold(path, chosen) {
  for (let i = 0; i < path.length - 1; i++) {
    const node = path[i];
    if (!chosen.delete(node.token)) continue;
    if (!node.group && node.own) chosen.add(`=${node.token}`);
    for (const child of node.children) chosen.add(child.token);
  }
}

function without(node, chosen) {
  chosen.delete(node.token);
  chosen.delete(`=${node.token}`);
  node.children.forEach((child) => without(child, chosen));
}

function pathTo(tree, token) {
  for (const node of tree) {
    if (node.token === token) return [node];
    const below = pathTo(node.children, token);
    if (below.length) return [node, ...below];
  }
  return [];
}
