import type { Data } from '@puckeditor/core';
import { beginnings, isKind, type Block, type BlockKind, type PageContent } from '../page-content';

/** A page as the editor knows it. */
export const toData = ({ title, blocks }: PageContent): Data => ({
  root: { props: { title } },
  content: blocks.map(({ type, ...props }) => ({ type, props })),
});

/** A page as the catalogue knows it: the editor's own notes are left out. */
export function fromData({ root, content }: Data): PageContent {
  const title = (root.props as { title?: unknown } | undefined)?.title;
  return {
    title: typeof title === 'string' ? title : '',
    blocks: content.flatMap(({ type, props }) => (isKind(type) ? [blockOf(type, props as Record<string, unknown>)] : [])),
  };
}

/** A block of what the editor knows of it. What was never touched is as it begins. */
export function blockOf(type: BlockKind, props: Record<string, unknown>): Block {
  const names = ['id', ...Object.keys(beginnings[type])].filter((name) => props[name] !== undefined);
  return { type, ...beginnings[type], ...Object.fromEntries(names.map((name) => [name, props[name]])) } as Block;
}
