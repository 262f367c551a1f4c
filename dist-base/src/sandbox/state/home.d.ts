import type { ViewDefinition } from '../api/blocks/view.ts';
import type { Person } from './model.ts';
import { type View } from './views.ts';
import { type Workspace } from './workspace.ts';
/** Shows a view in the person's App Home. It keeps its id as long as the app is here. */
export declare function publishHome(workspace: Workspace, user: string, wanted: ViewDefinition, hash?: string): View;
/** The person looks at the App Home, or at their messages with the app: it hears of that each time. */
export declare function openHome(workspace: Workspace, by: Person, tab?: 'home' | 'messages'): void;
