import '@xyflow/react/dist/base.css';
import { Background, Controls, ReactFlow, useReactFlow, useStore, type Edge, type Node } from '@xyflow/react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceName } from '@/config/paths';
import type { FlowMap, Stop, Way } from '../flow-map';
import { ServiceNode } from './service-node';
import { WayEdge } from './way-edge';
import styles from './flow-picture.module.css';

export type ServiceNodeType = Node<{ stop: Stop }, 'service'>;
export type WayEdgeType = Edge<{ way: Way }, 'way'>;

/** From left to right as a photo meets the services. */
const PLACES: Record<ServiceName, { x: number; y: number }> = {
  upload: { x: 0, y: 235 },
  publication: { x: 370, y: 225 },
  imaging: { x: 740, y: 40 },
  catalog: { x: 740, y: 420 },
  notification: { x: 1110, y: 0 },
  search: { x: 1110, y: 225 },
  purchase: { x: 1110, y: 440 },
};

const FIT = { padding: 0.04 };

const nodeTypes = { service: ServiceNode };
const edgeTypes = { way: WayEdge };

/** Who tells whom, as it happens. Everything in it is in the table below as well. */
export function FlowPicture({ map }: { map: FlowMap }) {
  const { t, i18n } = useTranslation();
  const nodes = useMemo(
    () =>
      map.stops.map(
        (stop): ServiceNodeType => ({
          id: stop.service,
          type: 'service',
          position: PLACES[stop.service],
          data: { stop },
          ariaLabel: t('flow.node', { service: stop.service }),
        }),
      ),
    [map, t],
  );
  const edges = useMemo(
    () =>
      map.ways.map(
        (way): WayEdgeType => ({
          id: way.id,
          type: 'way',
          source: way.from,
          sourceHandle: way.topic,
          target: way.to,
          data: { way },
          ariaLabel: t('flow.way', { topic: way.topic, service: way.to }),
        }),
      ),
    [map, t],
  );
  return (
    <div className={styles.picture} role="group" aria-label={t('flow.picture')} lang={i18n.language}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        fitView
        fitViewOptions={FIT}
        minZoom={0.3}
        maxZoom={1.6}
        nodesDraggable={false}
        nodesConnectable={false}
        edgesFocusable={false}
        nodesFocusable={false}
        elementsSelectable={false}
        zoomOnScroll={false}
        preventScrolling={false}
        ariaLabelConfig={{
          'controls.ariaLabel': t('flow.controls'),
          'controls.zoomIn.ariaLabel': t('photo.zoomIn'),
          'controls.zoomOut.ariaLabel': t('photo.zoomOut'),
          'controls.fitView.ariaLabel': t('flow.fit'),
        }}
      >
        <Background gap={28} />
        <Controls showInteractive={false} />
        <FitToWindow />
      </ReactFlow>
    </div>
  );
}

/** Whoever turns or widens their window still sees all of it. */
function FitToWindow() {
  const { fitView } = useReactFlow();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  useEffect(() => {
    if (width > 0 && height > 0) void fitView(FIT);
  }, [fitView, width, height]);
  return null;
}
