import type { Json } from '../../state/model.ts';
/** What a program says a view is. */
export interface ViewDefinition {
    type: 'modal' | 'home';
    blocks: readonly Json[];
    title?: Json;
    submit?: Json;
    close?: Json;
    private_metadata?: string;
    callback_id?: string;
    external_id?: string;
    clear_on_close?: boolean;
    notify_on_close?: boolean;
}
/** What Slack would complain about in a view of this kind; nothing, when it is right. */
export declare function checkView(value: unknown, kind: ViewDefinition['type']): string[];
/** A view that Slack would take. What is null counts as absent. */
export declare function readView(value: unknown, kind: ViewDefinition['type']): ViewDefinition;
