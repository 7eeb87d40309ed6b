/// <reference types="vite/client" />
import 'react';

declare module 'react' {
  interface CSSProperties {
    // Custom properties carry numbers from a component to its style sheet.
    [name: `--${string}`]: string | number | undefined;
  }
}
