import type { ComponentType } from 'react';
import type { BlockKind, BlockOf, PageContent } from '../page-content';
import styles from './page-blocks.module.css';

/** What shows each kind of block. The site puts these together, as blocks are made of several features. */
export type BlockViews = { [Kind in BlockKind]: ComponentType<{ block: BlockOf<Kind> }> };

/** A page for visitors: its blocks, one under the other, without anything of the editor. */
export function PageBlocks({ content, views }: { content: PageContent; views: BlockViews }) {
  return (
    <div className={styles.blocks}>
      {content.blocks.map((block) => {
        const View = views[block.type] as ComponentType<{ block: typeof block }>;
        return <View key={block.id} block={block} />;
      })}
    </div>
  );
}
